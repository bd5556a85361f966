package org.linli.activity.checkin;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.activity.record.Proposals;
import org.linli.activity.signup.Attendance;
import org.linli.activity.signup.SessionTerms;
import org.linli.activity.signup.SessionTimes;
import org.linli.contracts.activity.ActivityEvent;
import org.linli.contracts.activity.PresenceState.PresenceProof;
import org.linli.kit.Outcome;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWorkHandler;

/**
 * Some time after a session: whoever forgot to check out is checked out at its end, marked as such, so that the leader
 * looks at the hours; whoever had a place and did not come is marked as missing. Right after a session was called off,
 * whoever had come early is checked out.
 */
@ApplicationScoped
class SessionEnd implements DueWorkHandler {
    private static final int AT_ONCE = 50;

    private final Presences presences;
    private final PresenceLog log;
    private final Attendance attendance;
    private final SessionTimes times;
    private final Proposals proposals;
    private final LinliClock clock;

    @Inject
    SessionEnd(
            Presences presences,
            PresenceLog log,
            Attendance attendance,
            SessionTimes times,
            Proposals proposals,
            LinliClock clock) {
        this.presences = presences;
        this.log = log;
        this.attendance = attendance;
        this.times = times;
        this.proposals = proposals;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return SessionTimes.SESSION_ENDED;
    }

    @Override
    public Uni<Void> run(String subject, Instant dueAt) {
        return attendance.hold(UUID.fromString(subject)).chain(terms -> end(terms, clock.now()));
    }

    /** A session may have been moved since; one that was called off is over for whoever had come early. */
    private Uni<Void> end(SessionTerms terms, Instant now) {
        if (!terms.cancelled() && now.isBefore(times.closedAt(terms))) {
            return times.follow(terms);
        }
        return presences
                .lockOpen(terms.sessionId(), AT_ONCE)
                .chain(open -> close(terms, open, 0, now)
                        .chain(() -> open.size() < AT_ONCE
                                ? missed(terms, now)
                                : times.again(kind(), terms.sessionId(), now)));
    }

    private Uni<Void> missed(SessionTerms terms, Instant now) {
        return terms.cancelled() ? Uni.createFrom().voidItem() : attendance.missed(terms.sessionId(), kind(), now);
    }

    private Uni<Void> close(SessionTerms terms, List<Presence> open, int next, Instant now) {
        return next == open.size()
                ? Uni.createFrom().voidItem()
                : close(terms, open.get(next), now).chain(() -> close(terms, open, next + 1, now));
    }

    private Uni<Void> close(SessionTerms terms, Presence presence, Instant now) {
        Instant end = terms.cancelled() ? now : terms.endsAt();
        Instant at = presence.inAt().isAfter(end) ? presence.inAt() : end;
        return switch (presence.leave(PresenceProof.CLOSED_BY_RULE, at)) {
            case Outcome.Refused<ActivityEvent> leftMeanwhile ->
                Uni.createFrom().voidItem();
            case Outcome.Done<ActivityEvent>(ActivityEvent departure) -> {
                Evidence evidence = Evidence.byRule(now);
                yield log.left(presence, evidence, departure)
                        .chain(closed -> proposals.propose(
                                closed.state(), Occasion.of(terms).served(), evidence.recordedBy()));
            }
        };
    }
}
