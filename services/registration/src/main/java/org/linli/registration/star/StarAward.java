package org.linli.registration.star;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.registration.StarEvent;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWorkHandler;
import org.linli.registration.statistics.ServedMinutes;

/** The time of display passed: what nobody objects to any more counts. */
@ApplicationScoped
class StarAward implements DueWorkHandler {
    static final String KIND = "star.award";

    private final StarRepository files;
    private final ObjectionRepository objections;
    private final ServedMinutes served;
    private final StarKeeping keeping;
    private final LinliClock clock;

    @Inject
    StarAward(
            StarRepository files,
            ObjectionRepository objections,
            ServedMinutes served,
            StarKeeping keeping,
            LinliClock clock) {
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
                                        ? award(file)
                                        : Uni.createFrom().voidItem()));
    }

    private Uni<Void> award(StarFile file) {
        StarEvent event = file.award();
        return served.of(file.volunteerId())
                .chain(minutes -> keeping.record(file, event, StarKeeping.Because.ofItself(file.stars(), minutes)));
    }
}
