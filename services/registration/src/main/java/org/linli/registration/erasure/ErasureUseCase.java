package org.linli.registration.erasure;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.crypto.BlindIndex;
import org.linli.kit.crypto.FieldCipher;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;
import org.linli.registration.RegistrationConfiguration;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.grant.RoleGrantEnd;
import org.linli.registration.recipient.RecipientLookup;
import org.linli.registration.volunteer.ErasedRecently;
import org.linli.registration.volunteer.GuardianConsents;
import org.linli.registration.volunteer.VolunteerErasure;
import org.linli.registration.volunteer.VolunteerLookup;
import org.linli.registration.volunteer.VolunteerSummary;

/** Takes demands for erasure and, once they are confirmed, erases. */
@ApplicationScoped
class ErasureUseCase implements ErasedRecently {
    private static final String TABLE = "erasure";
    private static final String REASON = "reason";

    private final ErasureRepository erasures;
    private final VolunteerLookup volunteers;
    private final VolunteerErasure erasing;
    private final GuardianConsents consents;
    private final RecipientLookup recipients;
    private final RecipientDemands demands;
    private final RoleGrantEnd grants;
    private final BlindIndex index;
    private final FieldCipher cipher;
    private final Audit audit;
    private final LinliClock clock;
    private final RegistrationConfiguration.Erasure policy;

    @Inject
    ErasureUseCase(
            ErasureRepository erasures,
            VolunteerLookup volunteers,
            VolunteerErasure erasing,
            GuardianConsents consents,
            RecipientLookup recipients,
            RecipientDemands demands,
            RoleGrantEnd grants,
            BlindIndex index,
            FieldCipher cipher,
            Audit audit,
            LinliClock clock,
            RegistrationConfiguration configuration) {
        this.erasures = erasures;
        this.volunteers = volunteers;
        this.erasing = erasing;
        this.consents = consents;
        this.recipients = recipients;
        this.demands = demands;
        this.grants = grants;
        this.index = index;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
        this.policy = configuration.erasure();
    }

    /** The person asks, a guardian for a minor, a station for a recipient, or an operator on a ground of law. */
    @WithTransaction
    Uni<Outcome<ErasureView>> ask(Caller caller, ErasureDemand demand) {
        return demand.recipientId() == null ? askOfVolunteer(caller, demand) : askOfRecipient(caller, demand);
    }

    private Uni<Outcome<ErasureView>> askOfRecipient(Caller caller, ErasureDemand demand) {
        return demands.judge(caller, demand)
                .chain(allowed -> Steps.keep(
                        allowed,
                        recipient -> record(
                                caller,
                                new Erasure.Whose(null, recipient.recipientId(), fingerprintOf(recipient.accountId())),
                                recipient.division(),
                                demand)));
    }

    private Uni<Outcome<ErasureView>> askOfVolunteer(Caller caller, ErasureDemand demand) {
        UUID id = demand.volunteerId() == null ? caller.volunteerId() : demand.volunteerId();
        if (id == null) {
            return Steps.refused(RegistrationRefusal.NOT_A_VOLUNTEER);
        }
        return volunteers
                .find(id)
                .chain(found -> consents.wardsOf(caller.accountId())
                        .map(wards ->
                                mayAsk(caller, found, wards.contains(id) || id.equals(caller.volunteerId()), demand)))
                .chain(allowed -> Steps.then(allowed, this::withoutObstacle))
                .chain(allowed -> Steps.keep(
                        allowed,
                        volunteer -> record(
                                caller,
                                new Erasure.Whose(volunteer.volunteerId(), null, fingerprintOf(volunteer.accountId())),
                                volunteer.division(),
                                demand)));
    }

    private static Outcome<VolunteerSummary> mayAsk(
            Caller caller, VolunteerSummary volunteer, boolean ofPerson, ErasureDemand demand) {
        boolean operator = caller.holdsAnywhere(Role.PLATFORM_OPERATOR);
        if (volunteer == null || !ofPerson && !operator) {
            return Outcome.refused(KitRefusal.NOT_FOUND);
        }
        if (ofPerson) {
            return demand.ground() == null || demand.ground() == Ground.PERSON
                    ? Outcome.done(volunteer)
                    : Outcome.refused(KitRefusal.INVALID_VALUE, "ground");
        }
        if (demand.ground() == null || demand.ground() == Ground.PERSON) {
            return Outcome.refused(KitRefusal.INVALID_VALUE, "ground");
        }
        return demand.reason() == null || demand.reason().isBlank()
                ? Outcome.refused(RegistrationRefusal.REASON_MISSING, "reason")
                : Outcome.done(volunteer);
    }

    /** Somebody who is helped at home is first taken leave of by the station. */
    private Uni<Outcome<VolunteerSummary>> withoutObstacle(VolunteerSummary volunteer) {
        return volunteer.accountId() == null
                ? Steps.decided(Outcome.done(volunteer))
                : recipients
                        .isEnrolled(volunteer.accountId())
                        .map(enrolled -> enrolled
                                ? Outcome.refused(RegistrationRefusal.RECIPIENT_STILL_ENROLLED)
                                : Outcome.done(volunteer));
    }

    private Uni<ErasureView> record(Caller caller, Erasure.Whose whose, DivisionCode division, ErasureDemand demand) {
        UUID id = Ids.next();
        Erasure erasure = Erasure.ask(
                id,
                whose,
                demand.ground() == null ? Ground.PERSON : demand.ground(),
                cipher.encrypt(demand.reason() == null ? null : demand.reason().strip(), TABLE, id, REASON),
                caller.accountId(),
                clock.now(),
                policy.confirmWithin());
        return erasures.persistAndFlush(erasure)
                .chain(() -> audit.record(caller, "erasure.asked", erasure.subject(), division, null))
                .map(stored -> view(erasure));
    }

    private ErasureView view(Erasure erasure) {
        return erasure.view(reason(erasure));
    }

    private String reason(Erasure erasure) {
        return cipher.decrypt(erasure.reason(), TABLE, erasure.id(), REASON);
    }

    /** Whoever asked says it again: from this moment on the person is not known any more. */
    @WithTransaction
    Uni<Outcome<ErasureView>> confirm(Caller caller, UUID id) {
        return erasures.lock(id)
                .map(found -> found == null || !found.isAskedBy(caller.accountId())
                        ? Outcome.<Erasure>refused(KitRefusal.NOT_FOUND)
                        : found.confirmable(clock.now()))
                .chain(open -> Steps.then(
                        open,
                        erasure -> erasure.recipientId() == null
                                ? erase(caller, erasure)
                                : eraseRecipient(caller, erasure)));
    }

    private Uni<Outcome<ErasureView>> eraseRecipient(Caller caller, Erasure erasure) {
        return demands.judgeAgain(caller, erasure, reason(erasure))
                .chain(allowed -> Steps.keep(
                        allowed,
                        recipient -> demands.erase(caller, recipient)
                                .call(() -> audit.record(
                                        caller,
                                        "recipient-erasure",
                                        recipient.recipientId(),
                                        recipient.division(),
                                        erasure.ground().name()))
                                .chain(withAccount -> done(erasure, withAccount))));
    }

    /** Whoever asked may have lost meanwhile what allowed it: the ward, the role. */
    private Uni<Outcome<VolunteerSummary>> mayStill(Caller caller, Erasure erasure, VolunteerSummary volunteer) {
        if (volunteer == null) {
            return Steps.refused(RegistrationRefusal.ERASED_ALREADY);
        }
        if (erasure.ground() != Ground.PERSON) {
            return Steps.decided(allowed(caller.holdsAnywhere(Role.PLATFORM_OPERATOR), volunteer));
        }
        UUID id = volunteer.volunteerId();
        return id.equals(caller.volunteerId())
                ? Steps.decided(Outcome.done(volunteer))
                : consents.wardsOf(caller.accountId()).map(wards -> allowed(wards.contains(id), volunteer));
    }

    private static Outcome<VolunteerSummary> allowed(boolean allowed, VolunteerSummary volunteer) {
        return allowed ? Outcome.done(volunteer) : Outcome.refused(KitRefusal.FORBIDDEN);
    }

    private Uni<Outcome<ErasureView>> erase(Caller caller, Erasure erasure) {
        return volunteers
                .awaitTurn(erasure.volunteerId())
                .chain(() -> volunteers.lock(erasure.volunteerId()))
                .chain(volunteer -> mayStill(caller, erasure, volunteer))
                .chain(allowed -> Steps.then(allowed, this::withoutObstacle))
                .chain(volunteer -> Steps.then(
                        volunteer,
                        known -> grants.endAll(known.accountId(), known.volunteerId())
                                .map(ended -> ended.map(none -> known))))
                .chain(volunteer -> Steps.keep(
                        volunteer,
                        known -> erasing.erase(known.volunteerId())
                                .chain(() -> audit.record(
                                        caller,
                                        "volunteer-erasure",
                                        known.volunteerId(),
                                        known.division(),
                                        erasure.ground().name()))
                                .chain(() -> done(erasure, true))));
    }

    /** Last of all: what is refused before leaves the demand as it was. */
    private Uni<ErasureView> done(Erasure erasure, boolean withAccount) {
        erasure.markDone(clock.now(), withAccount);
        return erasures.flush().map(flushed -> view(erasure));
    }

    /** A demand, for whoever made it and for operators. */
    @WithSession
    Uni<Outcome<ErasureView>> get(Caller caller, UUID id) {
        return erasures.findById(id)
                .map(found -> found != null
                                && (found.isAskedBy(caller.accountId()) || caller.holdsAnywhere(Role.PLATFORM_OPERATOR))
                        ? Outcome.done(view(found))
                        : Outcome.refused(KitRefusal.NOT_FOUND));
    }

    @Override
    public Uni<Boolean> was(UUID account) {
        return erasures.wasErasedAfter(fingerprint(account), clock.now().minus(policy.rest()));
    }

    private byte[] fingerprintOf(UUID account) {
        return account == null ? new byte[0] : fingerprint(account);
    }

    private byte[] fingerprint(UUID account) {
        return index.of("erased-account|" + account);
    }
}
