package org.linli.registration.star;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.contracts.registration.StarEvent;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.crypto.FieldCipher;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.registration.DivisionFilter;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.statistics.ServedMinutes;
import org.linli.registration.volunteer.VolunteerLookup;
import org.linli.registration.volunteer.VolunteerSummary;

/** Shows stars, and lets administrators decide about them. */
@ApplicationScoped
class StarUseCase {
    private final StarRepository files;
    private final StarHistory history;
    private final StarKeeping keeping;
    private final StarPolicy policy;
    private final ServedMinutes served;
    private final VolunteerLookup volunteers;
    private final DivisionFilter divisions;
    private final FieldCipher cipher;
    private final Audit audit;
    private final LinliClock clock;

    @Inject
    StarUseCase(
            StarRepository files,
            StarHistory history,
            StarKeeping keeping,
            StarPolicy policy,
            ServedMinutes served,
            VolunteerLookup volunteers,
            DivisionFilter divisions,
            FieldCipher cipher,
            Audit audit,
            LinliClock clock) {
        this.files = files;
        this.history = history;
        this.keeping = keeping;
        this.policy = policy;
        this.served = served;
        this.volunteers = volunteers;
        this.divisions = divisions;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
    }

    /** Stars on display below a division, for everybody with a sign-in: that is what a display is for. */
    @WithSession
    Uni<Outcome<Page<StarView>>> displays(String division, Paging paging) {
        return divisions
                .prefixOf(division)
                .chain(found -> Steps.keep(
                        found,
                        prefix -> files.onDisplay(prefix, paging.afterId(), paging.limit())
                                .chain(rows -> names(rows).map(names -> displays(rows, names, paging)))));
    }

    private static Page<StarView> displays(List<StarFile> rows, Map<UUID, String> names, Paging paging) {
        return Page.of(
                rows, paging.limit(), row -> row.id().toString(), row -> view(row, names.get(row.volunteerId()), null));
    }

    private Uni<Map<UUID, String>> names(List<StarFile> rows) {
        return volunteers.maskedNames(rows.stream().map(StarFile::volunteerId).toList());
    }

    /** The stars and the recorded minutes of one volunteer. */
    @WithSession
    Uni<Outcome<StarView>> get(Caller caller, UUID volunteerId) {
        return volunteers
                .find(volunteerId)
                .chain(found -> Steps.keep(
                        StarRights.see(caller, found),
                        volunteer ->
                                files.of(volunteerId).chain(file -> shown(file == null ? empty(volunteer) : file))));
    }

    /** What ever happened to the stars of one volunteer, oldest first. */
    @WithSession
    Uni<Outcome<Page<StarEntryView>>> history(Caller caller, UUID volunteerId, Paging paging) {
        return volunteers
                .find(volunteerId)
                .chain(found -> Steps.keep(
                        StarRights.see(caller, found),
                        volunteer -> files.of(volunteerId)
                                .chain(file -> file == null
                                        ? Uni.createFrom().item(new Page<>(List.of(), null))
                                        : history.page(file.id(), paging.afterId(), paging.limit())
                                                .map(rows -> Page.of(
                                                        rows,
                                                        paging.limit(),
                                                        row -> row.id().toString(),
                                                        this::view)))));
    }

    private StarEntryView view(StarEntry entry) {
        return entry.view(cipher.decrypt(entry.reason(), StarHistory.TABLE, entry.id(), StarHistory.REASON));
    }

    /** Takes stars away by a decision. */
    @WithTransaction
    Uni<Outcome<StarView>> downgrade(Caller caller, UUID volunteerId, int stars, String reason) {
        return volunteers
                .find(volunteerId)
                .chain(found -> Steps.then(
                        StarRights.rule(caller, found),
                        volunteer -> files.lockOf(volunteerId)
                                .chain(file -> served.of(volunteerId)
                                        .chain(minutes -> Steps.then(
                                                judge(file, stars, minutes),
                                                event -> decided(caller, file, event, minutes, reason))))));
    }

    private Outcome<StarEvent> judge(StarFile file, int stars, long minutes) {
        return file == null
                ? Outcome.refused(RegistrationRefusal.STARS_NOT_LOWER, "stars")
                : file.downgrade(stars, policy.comeBack(minutes));
    }

    /** Selects a volunteer for five stars where hours alone do not bring them; the display follows. */
    @WithTransaction
    Uni<Outcome<StarView>> select(Caller caller, UUID volunteerId, String reason) {
        return volunteers
                .find(volunteerId)
                .chain(found -> Steps.then(
                        StarRights.rule(caller, found),
                        volunteer -> files.lockOf(volunteerId)
                                .chain(known -> served.of(volunteerId).chain(minutes -> {
                                    StarFile file = known == null ? empty(volunteer) : known;
                                    boolean eligible = policy.selects()
                                            && volunteer.status().mayServe()
                                            && policy.ladder().reachesTheTop(minutes);
                                    return Steps.then(
                                            file.select(eligible, policy.publicUntil(clock.now())),
                                            event -> decided(caller, file, event, minutes, reason));
                                }))));
    }

    private Uni<Outcome<StarView>> decided(Caller caller, StarFile file, StarEvent event, long minutes, String reason) {
        int stars = event instanceof StarEvent.StarProposed ? file.proposedStars() : file.stars();
        return keeping.record(file, event, new StarKeeping.Because(stars, minutes, reason, caller.accountId()))
                // why stands in the history, encrypted
                .chain(() -> audit.record(caller, "star.decide", file.volunteerId(), file.division(), null))
                .chain(() -> shown(file))
                .map(Outcome::done);
    }

    private Uni<StarView> shown(StarFile file) {
        return names(List.of(file))
                .chain(names -> served.of(file.volunteerId())
                        .map(minutes -> view(file, names.get(file.volunteerId()), minutes)));
    }

    private static StarFile empty(VolunteerSummary volunteer) {
        return StarFile.of(Ids.next(), volunteer.volunteerId(), volunteer.division());
    }

    private static StarView view(StarFile file, String name, Long minutes) {
        return new StarView(
                file.volunteerId(),
                name,
                file.division().value(),
                file.stars(),
                file.proposedStars(),
                file.publicUntil(),
                minutes,
                file.version());
    }
}
