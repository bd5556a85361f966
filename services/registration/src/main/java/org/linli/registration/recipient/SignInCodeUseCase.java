package org.linli.registration.recipient;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;
import org.linli.registration.CodePrinter;
import org.linli.registration.IssuedCode;
import org.linli.registration.OneTimeCode;
import org.linli.registration.RegistrationConfiguration;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.SignInTurn;
import org.linli.registration.volunteer.ErasedRecently;

/**
 * Links a recipient to the recipient's own sign-in: a coordinator hands over a one-time code, the recipient redeems it.
 * The recipient's row is locked first, so that a code works once.
 */
@ApplicationScoped
class SignInCodeUseCase {
    private static final String PURPOSE = "sign-in-code";

    private final RecipientRepository recipients;
    private final SignInCodeRepository codes;
    private final CodePrinter printer;
    private final PersonCipher cipher;
    private final RegistrationConfiguration configuration;
    private final ErasedRecently erased;
    private final Outbox outbox;
    private final Audit audit;
    private final LinliClock clock;

    @Inject
    SignInCodeUseCase(
            RecipientRepository recipients,
            SignInCodeRepository codes,
            CodePrinter printer,
            PersonCipher cipher,
            RegistrationConfiguration configuration,
            ErasedRecently erased,
            Outbox outbox,
            Audit audit,
            LinliClock clock) {
        this.recipients = recipients;
        this.codes = codes;
        this.printer = printer;
        this.cipher = cipher;
        this.configuration = configuration;
        this.erased = erased;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gives out a code; the one before no longer counts. */
    @WithTransaction
    Uni<Outcome<IssuedCode>> issue(Caller caller, UUID recipientId) {
        return recipients
                .lock(recipientId)
                .map(recipient -> mayIssue(caller, recipient))
                .chain(allowed -> Steps.then(
                        allowed,
                        recipient -> codes.lock(recipientId)
                                .chain(before -> renew(caller, recipientId, before))
                                .call(issued -> audit.record(
                                        caller, "recipient.sign-in-code", recipientId, recipient.division(), null))
                                .map(Outcome::done)));
    }

    private static Outcome<Recipient> mayIssue(Caller caller, Recipient recipient) {
        if (recipient == null) {
            return Outcome.refused(KitRefusal.NOT_FOUND);
        }
        if (!RecipientRights.coordinates(caller, recipient)) {
            return Outcome.refused(
                    RecipientRights.reads(caller, recipient) ? KitRefusal.FORBIDDEN : KitRefusal.NOT_FOUND);
        }
        return recipient.awaitsSignIn();
    }

    private Uni<IssuedCode> renew(Caller caller, UUID recipientId, SignInCode before) {
        SignInCode place = before == null ? SignInCode.of(recipientId) : before;
        String plain = printer.fresh();
        Instant now = clock.now();
        Instant until = now.plus(configuration.signInCodeValidity());
        place.take(OneTimeCode.issued(fingerprint(recipientId, plain), caller.accountId(), now, until));
        return codes.persist(place).replaceWith(new IssuedCode(plain, until));
    }

    /**
     * Redeems a code for the caller's own sign-in. A wrong try is counted even though it is refused; once linked, the
     * same caller gets the same answer again.
     */
    @WithTransaction
    Uni<Outcome<RecipientView>> redeem(Caller caller, UUID recipientId, String code) {
        return recipients.lock(recipientId).chain(recipient -> {
            if (recipient == null) {
                return Uni.createFrom().item(Outcome.refused(KitRefusal.NOT_FOUND));
            }
            return RecipientRights.isOneself(caller, recipient)
                    ? Uni.createFrom().item(Outcome.done(cipher.masked(recipient)))
                    : codes.lock(recipientId)
                            .map(known -> attempt(caller, recipientId, known, code))
                            .chain(judged -> Steps.then(judged, right -> link(caller, recipient, right)));
        });
    }

    private Outcome<OneTimeCode> attempt(Caller caller, UUID recipientId, SignInCode known, String code) {
        return known == null
                ? Outcome.refused(RegistrationRefusal.SIGN_IN_CODE_WRONG, "code")
                : known.code()
                        .broughtBy(caller.accountId())
                        .then(brought -> brought.attempt(
                                fingerprint(recipientId, code), configuration.signInCodeTries(), clock.now()));
    }

    private byte[] fingerprint(UUID recipientId, String code) {
        return printer.fingerprint(PURPOSE, recipientId, code);
    }

    private Uni<Outcome<RecipientView>> link(Caller caller, Recipient recipient, OneTimeCode code) {
        return Steps.then(
                recipient.awaitsSignIn(),
                waiting -> SignInTurn.of(caller.accountId())
                        .chain(() -> recipients.isLinked(caller.accountId()))
                        .chain(elsewhere -> elsewhere
                                ? Uni.createFrom().item(Outcome.refused(RegistrationRefusal.ACCOUNT_LINKED_ALREADY))
                                : unlessErased(caller, recipient, code)));
    }

    /** What is still being cleared of this sign-in must not meet a new file. */
    private Uni<Outcome<RecipientView>> unlessErased(Caller caller, Recipient recipient, OneTimeCode code) {
        return erased.was(caller.accountId())
                .chain(recently -> recently
                        ? Steps.refused(RegistrationRefusal.ERASED_RECENTLY)
                        : recordLink(caller, recipient, code));
    }

    private Uni<Outcome<RecipientView>> recordLink(Caller caller, Recipient recipient, OneTimeCode code) {
        code.use(clock.now());
        RegistrationEvent linked = recipient.link(caller.accountId());
        return outbox.add(Fact.of(recipient.id(), recipient.sequence(), recipient.division(), linked))
                .chain(() -> audit.record(caller, "recipient.sign-in-link", recipient.id(), recipient.division(), null))
                .map(stored -> Outcome.done(cipher.masked(recipient)));
    }
}
