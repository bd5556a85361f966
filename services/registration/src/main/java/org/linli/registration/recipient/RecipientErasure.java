package org.linli.registration.recipient;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.contracts.registration.ErasureEvent;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.person.ErasureWork;
import org.linli.kit.time.LinliClock;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.SignInTurn;
import org.linli.registration.volunteer.GuardianConsents;

/**
 * Erases a recipient whose file has ended, in the current Hibernate session: the row names nobody any more with the
 * commit, everybody is told, and the work begins that clears the other tables.
 */
@ApplicationScoped
public class RecipientErasure {
    private final RecipientRepository recipients;
    private final GuardianConsents consents;
    private final ErasureWork work;
    private final Outbox outbox;
    private final LinliClock clock;

    @Inject
    RecipientErasure(
            RecipientRepository recipients,
            GuardianConsents consents,
            ErasureWork work,
            Outbox outbox,
            LinliClock clock) {
        this.recipients = recipients;
        this.consents = consents;
        this.work = work;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A file that somebody may have erased.
     *
     * @param oneself whether it is the recipient; else it is somebody who looks after the recipient (product R12)
     */
    public record Erasable(RecipientSummary recipient, boolean oneself) {}

    /** The file, locked until the transaction ends, if the caller may have it erased and its help has ended. */
    public Uni<Outcome<Erasable>> lock(Caller caller, UUID id) {
        return recipients.lockEven(id).map(recipient -> judge(caller, recipient));
    }

    private static Outcome<Erasable> judge(Caller caller, Recipient recipient) {
        if (recipient == null) {
            return Outcome.refused(KitRefusal.NOT_FOUND);
        }
        boolean oneself = RecipientRights.isOneself(caller, recipient);
        if (!oneself && !RecipientRights.coordinates(caller, recipient)) {
            return Outcome.refused(
                    RecipientRights.reads(caller, recipient) ? KitRefusal.FORBIDDEN : KitRefusal.NOT_FOUND);
        }
        return switch (recipient.status()) {
            case ACTIVE -> Outcome.refused(RegistrationRefusal.RECIPIENT_STILL_ENROLLED);
            case WITHDRAWN -> Outcome.done(new Erasable(recipient.summary(), oneself));
            case ERASED -> Outcome.refused(RegistrationRefusal.ERASED_ALREADY);
        };
    }

    /**
     * Erases somebody whose file {@link #lock} answered in this transaction.
     *
     * @return whether the sign-in went, too
     */
    public Uni<Boolean> erase(Caller caller, RecipientSummary known) {
        return ofNobodyElse(caller, known)
                .chain(account -> recipients
                        .lock(known.recipientId())
                        .chain(recipient -> {
                            ErasureEvent told = recipient.erase(account);
                            return recipients
                                    .flush()
                                    .chain(() -> outbox.add(
                                            Fact.of(recipient.id(), recipient.sequence(), recipient.division(), told)));
                        })
                        .chain(() -> work.begin(known.recipientId(), account))
                        .replaceWith(account != null));
    }

    /**
     * The sign-in, if nobody else has it: a volunteer, a guardian, an officer, or another file of the recipient. Files
     * that ended elsewhere go with it only if the recipient asks: a station speaks for its own.
     */
    private Uni<UUID> ofNobodyElse(Caller caller, RecipientSummary known) {
        UUID account = known.accountId();
        if (account == null) {
            return Uni.createFrom().nullItem();
        }
        boolean oneself = account.equals(caller.accountId());
        return SignInTurn.of(account)
                .chain(() -> recipients.isStillSomebodys(account, known.recipientId(), !oneself, clock.now()))
                .chain(still -> consents.wardsOf(account).map(wards -> still || !wards.isEmpty() ? null : account));
    }
}
