package org.linli.registration.star;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.Ids;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWorkHandler;
import org.linli.registration.statistics.ServedMinutes;
import org.linli.registration.volunteer.VolunteerLookup;
import org.linli.registration.volunteer.VolunteerSummary;

/**
 * Proposes a star when the hours are reached, and takes a proposal back when they no longer are. Only the file is
 * locked, never the volunteer: the consumer that orders a review holds volunteers and waits for orders under way.
 */
@ApplicationScoped
class StarReview implements DueWorkHandler {
    static final String KIND = "star.review";

    private final VolunteerLookup volunteers;
    private final ServedMinutes served;
    private final StarRepository files;
    private final StarKeeping keeping;
    private final StarPolicy policy;
    private final LinliClock clock;

    @Inject
    StarReview(
            VolunteerLookup volunteers,
            ServedMinutes served,
            StarRepository files,
            StarKeeping keeping,
            StarPolicy policy,
            LinliClock clock) {
        this.volunteers = volunteers;
        this.served = served;
        this.files = files;
        this.keeping = keeping;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(String subject, Instant dueAt) {
        UUID volunteerId = UUID.fromString(subject);
        return volunteers
                .find(volunteerId)
                .chain(volunteer -> volunteer == null || !volunteer.status().mayServe()
                        ? Uni.createFrom().voidItem()
                        : files.lockOf(volunteerId)
                                .chain(file ->
                                        served.of(volunteerId).chain(minutes -> review(volunteer, file, minutes))));
    }

    private Uni<Void> review(VolunteerSummary volunteer, StarFile known, long minutes) {
        StarFile file = known == null ? StarFile.of(Ids.next(), volunteer.volunteerId(), volunteer.division()) : known;
        file.movesTo(volunteer.division());
        int proposed = file.proposedStars();
        boolean selected = proposed == StarLadder.MOST && policy.ladder().reachesTheTop(minutes);
        int reached = selected ? StarLadder.MOST : policy.ladder().reached(minutes);
        return file.review(reached, minutes, policy.publicUntil(clock.now()))
                .map(event -> keeping.record(
                        file,
                        event,
                        StarKeeping.Because.ofItself(proposed > 0 ? proposed : file.proposedStars(), minutes)))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
