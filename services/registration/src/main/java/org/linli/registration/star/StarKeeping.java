package org.linli.registration.star;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.contracts.registration.StarEvent;
import org.linli.kit.Ids;
import org.linli.kit.crypto.FieldCipher;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWork;

/** Writes what happened to the stars of a volunteer: the file, the history, the event and the work that follows. */
@ApplicationScoped
class StarKeeping {
    private final StarRepository files;
    private final StarHistory history;
    private final ObjectionRepository objections;
    private final FieldCipher cipher;
    private final Outbox outbox;
    private final DueWork dueWork;
    private final LinliClock clock;

    @Inject
    StarKeeping(
            StarRepository files,
            StarHistory history,
            ObjectionRepository objections,
            FieldCipher cipher,
            Outbox outbox,
            DueWork dueWork,
            LinliClock clock) {
        this.files = files;
        this.history = history;
        this.objections = objections;
        this.cipher = cipher;
        this.outbox = outbox;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /**
     * Why something happened.
     *
     * @param stars as the history says it
     * @param by null if nobody decided
     */
    record Because(int stars, long minutes, String reason, UUID by) {
        /** Nobody decided: the hours or the time of display did. */
        static Because ofItself(int stars, long minutes) {
            return new Because(stars, minutes, null, null);
        }
    }

    Uni<Void> record(StarFile file, StarEvent event, Because because) {
        UUID id = Ids.next();
        StarEntry entry = StarEntry.of(
                id,
                file.id(),
                act(event),
                because.stars(),
                because.minutes(),
                cipher.encrypt(because.reason(), StarHistory.TABLE, id, StarHistory.REASON),
                because.by(),
                clock.now());
        return files.persistAndFlush(file)
                .chain(() -> history.persistAndFlush(entry))
                .chain(() -> outbox.add(Fact.of(file.id(), file.sequence(), file.division(), event)))
                .chain(() -> follow(file, event));
    }

    private Uni<Void> follow(StarFile file, StarEvent event) {
        return switch (event) {
            case StarEvent.StarProposed proposed ->
                dueWork.schedule(StarAward.KIND, file.volunteerId(), file.publicUntil());
            // hours went on during the display: the next star may be reached already
            case StarEvent.StarAwarded awarded -> dueWork.schedule(StarReview.KIND, file.volunteerId(), clock.now());
            case StarEvent.StarDeclined declined -> endDisplay(file);
            case StarEvent.StarDowngraded downgraded -> endDisplay(file);
        };
    }

    private Uni<Void> endDisplay(StarFile file) {
        return dueWork.cancel(StarAward.KIND, file.volunteerId())
                .chain(() -> objections.open(file.id()))
                .invoke(open -> open.forEach(objection -> objection.lapse(clock.now())))
                .chain(open -> objections.flush());
    }

    private static StarAct act(StarEvent event) {
        return switch (event) {
            case StarEvent.StarProposed proposed -> StarAct.PROPOSED;
            case StarEvent.StarAwarded awarded -> StarAct.AWARDED;
            case StarEvent.StarDeclined declined -> StarAct.DECLINED;
            case StarEvent.StarDowngraded downgraded -> StarAct.DOWNGRADED;
        };
    }
}
