package org.linli.registration.guardian;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.registration.PhoneNumber;
import org.linli.registration.RegistrationConfiguration;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.volunteer.VolunteerLookup;
import org.linli.registration.volunteer.VolunteerSummary;

/** Says who stands for a minor. The minor's row is locked first, so that all of a family wait for each other. */
@ApplicationScoped
class GuardianUseCase {
    private final VolunteerLookup volunteers;
    private final GuardianshipRepository guardianships;
    private final GuardianRepository guardians;
    private final GuardianshipFiles files;
    private final ConsentEnd consentEnd;
    private final GuardianCipher cipher;
    private final RegistrationConfiguration configuration;
    private final Audit audit;
    private final LinliClock clock;

    @Inject
    GuardianUseCase(
            VolunteerLookup volunteers,
            GuardianshipRepository guardianships,
            GuardianRepository guardians,
            GuardianshipFiles files,
            ConsentEnd consentEnd,
            GuardianCipher cipher,
            RegistrationConfiguration configuration,
            Audit audit,
            LinliClock clock) {
        this.volunteers = volunteers;
        this.guardianships = guardianships;
        this.guardians = guardians;
        this.files = files;
        this.consentEnd = consentEnd;
        this.cipher = cipher;
        this.configuration = configuration;
        this.audit = audit;
        this.clock = clock;
    }

    /** The station names a guardian; nothing counts before the guardian's own sign-in confirms it. */
    @WithTransaction
    Uni<Outcome<GuardianView>> name(Caller caller, UUID volunteerId, GuardianForm form) {
        return volunteers
                .lock(volunteerId)
                .chain(minor -> minor == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : files.lock(minor)
                                .chain(file -> Steps.then(
                                        judge(caller, minor, file, form),
                                        phone -> open(minor, file)
                                                .chain(opened -> record(caller, opened, form, phone)))));
    }

    private Outcome<PhoneNumber> judge(
            Caller caller, VolunteerSummary minor, GuardianshipFile file, GuardianForm form) {
        return GuardianRights.decide(caller, minor, file).then(allowed -> {
            if (minor.ageBand().adult()) {
                return Outcome.refused(RegistrationRefusal.NOT_A_MINOR);
            }
            return file != null && file.standing() >= configuration.guardiansPerMinor()
                    ? Outcome.refused(RegistrationRefusal.TOO_MANY_GUARDIANS)
                    : PhoneNumber.read(form.phone(), "phone");
        });
    }

    private Uni<GuardianshipFile> open(VolunteerSummary minor, GuardianshipFile file) {
        return file != null
                ? Uni.createFrom().item(file)
                : guardianships
                        .persist(Guardianship.of(Ids.next(), minor.volunteerId()))
                        .map(fresh -> new GuardianshipFile(minor, fresh, List.of(), List.of()));
    }

    private Uni<Outcome<GuardianView>> record(
            Caller caller, GuardianshipFile file, GuardianForm form, PhoneNumber phone) {
        UUID volunteerId = file.minor().volunteerId();
        Guardian guardian = Guardian.name(
                cipher.seal(
                        Ids.next(),
                        file.guardianship().id(),
                        form.relationship(),
                        form.name().strip(),
                        phone.value()),
                caller.accountId(),
                clock.now());
        return guardians
                .persistAndFlush(guardian)
                .chain(() -> audit.record(
                        caller, "guardian.name", volunteerId, file.minor().division(), null))
                .map(stored -> Outcome.done(cipher.masked(volunteerId, guardian)));
    }

    /** Who stands or stood for a minor, in the order in which they were named. */
    @WithSession
    Uni<Outcome<Page<GuardianView>>> list(Caller caller, UUID volunteerId, Paging paging) {
        return volunteers
                .find(volunteerId)
                .chain(minor -> minor == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : files.read(minor)
                                .chain(file -> file == null
                                        ? Steps.decided(nobody(caller, minor))
                                        : Steps.keep(
                                                GuardianRights.see(caller, file),
                                                seen -> guardians
                                                        .page(
                                                                seen.guardianship()
                                                                        .id(),
                                                                paging.afterId(),
                                                                paging.limit())
                                                        .map(rows -> page(volunteerId, rows, paging)))));
    }

    private Page<GuardianView> page(UUID volunteerId, List<Guardian> rows, Paging paging) {
        return Page.of(
                rows, paging.limit(), row -> row.id().toString(), guardian -> cipher.masked(volunteerId, guardian));
    }

    private static Outcome<Page<GuardianView>> nobody(Caller caller, VolunteerSummary minor) {
        return GuardianRights.reaches(caller, minor)
                ? Outcome.done(new Page<>(List.of(), null))
                : Outcome.refused(KitRefusal.NOT_FOUND);
    }

    /** A guardian steps back, or the station ends it with a reason; what they consented to holds no longer. */
    @WithTransaction
    Uni<Outcome<GuardianView>> end(Caller caller, UUID volunteerId, UUID guardianId, String reason) {
        return volunteers
                .lock(volunteerId)
                .chain(minor -> minor == null ? Uni.createFrom().nullItem() : files.lock(minor))
                .chain(file -> Steps.then(
                        mayEnd(caller, file, guardianId, reason),
                        guardian -> Steps.then(
                                guardian.end(caller.accountId(), clock.now()),
                                ended -> consentEnd
                                        .endOf(caller, file, ended)
                                        .chain(() -> audit.record(
                                                caller,
                                                "guardian.end",
                                                volunteerId,
                                                file.minor().division(),
                                                reason))
                                        .map(stored -> Outcome.done(cipher.masked(volunteerId, ended))))));
    }

    private static Outcome<Guardian> mayEnd(Caller caller, GuardianshipFile file, UUID guardianId, String reason) {
        Guardian guardian = file == null ? null : file.find(guardianId).orElse(null);
        if (guardian == null) {
            return Outcome.refused(KitRefusal.NOT_FOUND);
        }
        if (guardian.isConfirmedAs(caller.accountId())) {
            return Outcome.done(guardian);
        }
        return GuardianRights.decide(caller, file.minor(), file)
                .then(allowed -> reason == null
                        ? Outcome.refused(RegistrationRefusal.REASON_MISSING, "reason")
                        : Outcome.done(guardian));
    }
}
