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
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.volunteer.VolunteerLookup;
import org.linli.registration.volunteer.VolunteerSummary;

/** Guardians consent, and take it back. The minor's row is locked first. */
@ApplicationScoped
class ConsentUseCase {
    private final VolunteerLookup volunteers;
    private final GuardianshipFiles files;
    private final ConsentRepository consents;
    private final ConsentEnd consentEnd;
    private final GuardianCipher cipher;
    private final Audit audit;
    private final LinliClock clock;

    @Inject
    ConsentUseCase(
            VolunteerLookup volunteers,
            GuardianshipFiles files,
            ConsentRepository consents,
            ConsentEnd consentEnd,
            GuardianCipher cipher,
            Audit audit,
            LinliClock clock) {
        this.volunteers = volunteers;
        this.files = files;
        this.consents = consents;
        this.consentEnd = consentEnd;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
    }

    /** A confirmed guardian consents, with the own sign-in only. */
    @WithTransaction
    Uni<Outcome<ConsentView>> give(
            Caller caller, UUID volunteerId, UUID guardianId, ConsentKind kind, String statement) {
        return file(volunteerId)
                .chain(file -> Steps.then(
                        guardian(caller, file, guardianId).then(guardian -> once(file, guardian, kind)),
                        guardian -> record(caller, file, guardian, kind, statement)));
    }

    private static Outcome<Guardian> once(GuardianshipFile file, Guardian guardian, ConsentKind kind) {
        boolean given = file.consents().stream()
                .anyMatch(consent ->
                        consent.kind() == kind && consent.guardianId().equals(guardian.id()));
        return given ? Outcome.refused(RegistrationRefusal.CONSENT_GIVEN_ALREADY) : Outcome.done(guardian);
    }

    private Uni<Outcome<ConsentView>> record(
            Caller caller, GuardianshipFile file, Guardian guardian, ConsentKind kind, String statement) {
        ConsentRecord consent =
                ConsentRecord.give(Ids.next(), file.guardianship().id(), guardian.id(), kind, statement, clock.now());
        return consents.persistAndFlush(consent)
                .chain(() -> files.tell(file.with(consent)))
                .chain(() -> onRecord(caller, file, "guardian.consent", kind.name()))
                .map(told -> Outcome.done(consent.view()));
    }

    /** Takes back whatever was consented to; whoever was verified may not serve from this moment on. */
    @WithTransaction
    Uni<Outcome<GuardianView>> withdraw(Caller caller, UUID volunteerId, UUID guardianId) {
        return file(volunteerId)
                .chain(file -> Steps.then(
                        guardian(caller, file, guardianId).then(guardian -> anyGiven(file, guardian)),
                        guardian -> consentEnd
                                .endAll(caller, file)
                                .chain(() -> onRecord(caller, file, "guardian.consent-withdrawal", null))
                                .map(told -> Outcome.done(cipher.masked(volunteerId, guardian)))));
    }

    private static Outcome<Guardian> anyGiven(GuardianshipFile file, Guardian guardian) {
        return file.consents().isEmpty()
                ? Outcome.refused(RegistrationRefusal.CONSENT_NOT_GIVEN)
                : Outcome.done(guardian);
    }

    /** Every consent on record, oldest first. */
    @WithSession
    Uni<Outcome<Page<ConsentView>>> list(Caller caller, UUID volunteerId, Paging paging) {
        return volunteers
                .find(volunteerId)
                .chain(minor -> minor == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : files.read(minor)
                                .chain(file -> file == null
                                        ? Steps.decided(nothing(caller, minor))
                                        : Steps.keep(
                                                GuardianRights.see(caller, file),
                                                seen -> consents.page(
                                                                seen.guardianship()
                                                                        .id(),
                                                                paging.afterId(),
                                                                paging.limit())
                                                        .map(rows -> page(rows, paging)))));
    }

    private static Page<ConsentView> page(List<ConsentRecord> rows, Paging paging) {
        return Page.of(rows, paging.limit(), row -> row.id().toString(), ConsentRecord::view);
    }

    private static Outcome<Page<ConsentView>> nothing(Caller caller, VolunteerSummary minor) {
        return GuardianRights.reaches(caller, minor)
                ? Outcome.done(new Page<>(List.of(), null))
                : Outcome.refused(KitRefusal.NOT_FOUND);
    }

    private static Outcome<Guardian> guardian(Caller caller, GuardianshipFile file, UUID guardianId) {
        return file == null
                ? Outcome.refused(KitRefusal.NOT_FOUND)
                : file.find(guardianId)
                        .map(guardian -> GuardianRights.oneself(caller, file, guardian))
                        .orElseGet(() -> Outcome.refused(KitRefusal.NOT_FOUND));
    }

    private Uni<GuardianshipFile> file(UUID volunteerId) {
        return volunteers
                .lock(volunteerId)
                .chain(minor -> minor == null ? Uni.createFrom().nullItem() : files.lock(minor));
    }

    private Uni<Void> onRecord(Caller caller, GuardianshipFile file, String action, String kind) {
        return audit.record(
                caller, action, file.minor().volunteerId(), file.minor().division(), kind);
    }
}
