package org.linli.registration.star;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWorkHandler;
import org.linli.registration.statistics.ServedMinutes;
import org.linli.registration.volunteer.VolunteerLookup;

/**
 * The time of display passed: what nobody objects to any more counts. Whoever may not serve meanwhile (suspended, gone)
 * gets no star; reinstated, they are proposed anew with the next hours that count.
 */
@ApplicationScoped
class StarAward implements DueWorkHandler {
    static final String KIND = "star.award";
    /** Recorded minutes from which on it may be proposed again: nothing was held against it. */
    private static final long AT_ONCE = 0;

    private final VolunteerLookup volunteers;
    private final StarRepository files;
    private final ObjectionRepository objections;
    private final ServedMinutes served;
    private final StarKeeping keeping;
    private final LinliClock clock;

    @Inject
    StarAward(
            VolunteerLookup volunteers,
            StarRepository files,
            ObjectionRepository objections,
            ServedMinutes served,
            StarKeeping keeping,
            LinliClock clock) {
        this.volunteers = volunteers;
        this.files = files;
        this.objections = objections;
        this.served = served;
        this.keeping = keeping;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** An objection that nobody decided yet holds the star back; its decision orders this work anew. */
    @Override
    public Uni<Void> run(String subject, Instant dueAt) {
        UUID volunteerId = UUID.fromString(subject);
        return files.lockOf(volunteerId)
                .chain(file -> file == null || !file.isRipe(clock.now())
                        ? Uni.createFrom().voidItem()
                        : objections
                                .open(file.id())
                                .chain(open -> open.isEmpty()
                                        ? decide(file)
                                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> decide(StarFile file) {
        int stars = file.proposedStars();
        return volunteers
                .find(file.volunteerId())
                .map(volunteer -> volunteer != null && volunteer.status().mayServe())
                .map(serves -> serves ? file.award() : file.decline(AT_ONCE))
                .chain(event -> served.of(file.volunteerId())
                        .chain(minutes -> keeping.record(file, event, StarKeeping.Because.ofItself(stars, minutes))));
    }
}
