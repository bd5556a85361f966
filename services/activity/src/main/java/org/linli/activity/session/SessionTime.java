package org.linli.activity.session;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.linli.activity.ActivityRefusal;
import org.linli.kit.Outcome;
import org.linli.kit.time.LinliClock;

/**
 * When a session takes place.
 *
 * @param startsAt begin
 * @param endsAt end
 */
@Embeddable
public record SessionTime(
        @Column(name = "starts_at") Instant startsAt,
        @Column(name = "ends_at") Instant endsAt) {
    /** No session is longer: service of a day is counted by days (gates of hours). */
    private static final Duration LONGEST = Duration.ofHours(24);
    /** Nobody signs up for anything later. */
    private static final Duration LATEST = Duration.ofDays(3653);

    /** The day (Asia/Shanghai) on which it begins. */
    public LocalDate day() {
        return LinliClock.dayOf(startsAt);
    }

    /** Whether two share a moment. */
    public boolean overlaps(SessionTime other) {
        return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
    }

    /** This as the time of a session to come, or why not. */
    Outcome<SessionTime> toCome(Instant now) {
        if (startsAt.isAfter(now.plus(LATEST))) {
            return Outcome.refused(ActivityRefusal.SESSION_TIMES_INVALID, "startsAt");
        }
        if (!endsAt.isAfter(startsAt) || endsAt.isAfter(startsAt.plus(LONGEST))) {
            return Outcome.refused(ActivityRefusal.SESSION_TIMES_INVALID, "endsAt");
        }
        return startsAt.isAfter(now)
                ? Outcome.done(this)
                : Outcome.refused(ActivityRefusal.SESSION_IN_THE_PAST, "startsAt");
    }
}
