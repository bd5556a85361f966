package org.linli.registration.guardian;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;
import org.linli.registration.CodePrinter;
import org.linli.registration.IssuedCode;
import org.linli.registration.OneTimeCode;
import org.linli.registration.RegistrationConfiguration;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.SignInTurn;
import org.linli.registration.volunteer.ErasedRecently;
import org.linli.registration.volunteer.VolunteerLookup;

/** A guardian's own sign-in confirms them: the station hands over a one-time code, the guardian redeems it. */
@ApplicationScoped
class GuardianCodeUseCase {
    private static final String PURPOSE = "guardian-code";

    private final VolunteerLookup volunteers;
    private final GuardianshipFiles files;
    private final CodePrinter printer;
    private final GuardianCipher cipher;
    private final ErasedRecently erased;
    private final RegistrationConfiguration configuration;
    private final Audit audit;
    private final LinliClock clock;

    @Inject
    GuardianCodeUseCase(
            VolunteerLookup volunteers,
            GuardianshipFiles files,
            CodePrinter printer,
            GuardianCipher cipher,
            ErasedRecently erased,
            RegistrationConfiguration configuration,
            Audit audit,
            LinliClock clock) {
        this.volunteers = volunteers;
        this.files = files;
        this.printer = printer;
        this.cipher = cipher;
        this.erased = erased;
        this.configuration = configuration;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gives out a code; the one before no longer counts. */
    @WithTransaction
    Uni<Outcome<IssuedCode>> issue(Caller caller, UUID volunteerId, UUID guardianId) {
        return file(volunteerId)
                .chain(file -> Steps.keep(
                        guardian(file, guardianId)
                                .then(guardian -> GuardianRights.decide(caller, file.minor(), file)
                                        .then(allowed -> guardian.awaitsSignIn())),
                        guardian -> renew(caller, file, guardian)));
    }

    private Uni<IssuedCode> renew(Caller caller, GuardianshipFile file, Guardian guardian) {
        String plain = printer.fresh();
        Instant now = clock.now();
        Instant until = now.plus(configuration.signInCodeValidity());
        guardian.take(OneTimeCode.issued(fingerprint(guardian, plain), caller.accountId(), now, until));
        return audit.record(
                        caller,
                        "guardian.sign-in-code",
                        file.minor().volunteerId(),
                        file.minor().division(),
                        null)
                .replaceWith(new IssuedCode(plain, until));
    }

    /**
     * Redeems a code for the caller's own sign-in. A wrong try is counted even though it is refused; once confirmed,
     * the same caller gets the same answer again.
     */
    @WithTransaction
    Uni<Outcome<GuardianView>> redeem(Caller caller, UUID volunteerId, UUID guardianId, String code) {
        return file(volunteerId)
                .chain(file -> Steps.then(
                        guardian(file, guardianId),
                        guardian -> guardian.isConfirmedAs(caller.accountId())
                                ? Steps.decided(Outcome.done(cipher.masked(volunteerId, guardian)))
                                : attempt(caller, file, guardian, code)));
    }

    private Uni<Outcome<GuardianView>> attempt(Caller caller, GuardianshipFile file, Guardian guardian, String code) {
        Outcome<OneTimeCode> right = guardian.awaitsSignIn()
                .then(waiting -> waiting.attempt(
                        caller.accountId(), fingerprint(guardian, code), configuration.signInCodeTries(), clock.now()));
        return Steps.then(
                right,
                known -> isYoung(caller)
                        .chain(young ->
                                Steps.then(fit(caller, file, young), fitting -> unlessErased(caller, file, guardian))));
    }

    /** What is still being cleared of this sign-in must not meet a ward. */
    private Uni<Outcome<GuardianView>> unlessErased(Caller caller, GuardianshipFile file, Guardian guardian) {
        return SignInTurn.of(caller.accountId())
                .chain(() -> erased.was(caller.accountId()))
                .chain(recently -> recently
                        ? Steps.refused(RegistrationRefusal.ERASED_RECENTLY)
                        : confirm(caller, file, guardian));
    }

    private Uni<Boolean> isYoung(Caller caller) {
        return caller.volunteerId() == null
                ? Uni.createFrom().item(false)
                : volunteers
                        .find(caller.volunteerId())
                        .map(known -> known != null && !known.ageBand().adult());
    }

    private static Outcome<GuardianshipFile> fit(Caller caller, GuardianshipFile file, boolean young) {
        if (GuardianRights.isMinor(caller, file.minor())) {
            return Outcome.refused(RegistrationRefusal.NOT_FOR_ONESELF);
        }
        if (young) {
            return Outcome.refused(RegistrationRefusal.GUARDIAN_NOT_ADULT);
        }
        boolean already = file.guardians().stream().anyMatch(other -> other.isConfirmedAs(caller.accountId()));
        return already ? Outcome.refused(RegistrationRefusal.GUARDIAN_ALREADY) : Outcome.done(file);
    }

    private Uni<Outcome<GuardianView>> confirm(Caller caller, GuardianshipFile file, Guardian guardian) {
        guardian.confirm(caller.accountId(), clock.now());
        UUID volunteerId = file.minor().volunteerId();
        return files.tell(file)
                .chain(() -> audit.record(
                        caller,
                        "guardian.sign-in-link",
                        volunteerId,
                        file.minor().division(),
                        null))
                .map(told -> Outcome.done(cipher.masked(volunteerId, guardian)));
    }

    private Uni<GuardianshipFile> file(UUID volunteerId) {
        return volunteers
                .lock(volunteerId)
                .chain(minor -> minor == null ? Uni.createFrom().nullItem() : files.lock(minor));
    }

    private static Outcome<Guardian> guardian(GuardianshipFile file, UUID guardianId) {
        return file == null
                ? Outcome.refused(KitRefusal.NOT_FOUND)
                : file.find(guardianId)
                        .<Outcome<Guardian>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(KitRefusal.NOT_FOUND));
    }

    private byte[] fingerprint(Guardian guardian, String code) {
        return printer.fingerprint(PURPOSE, guardian.id(), code);
    }
}
