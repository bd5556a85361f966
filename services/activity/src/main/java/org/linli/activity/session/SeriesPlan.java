package org.linli.activity.session;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.linli.kit.time.LinliClock;

/**
 * What a series repeats, and when.
 *
 * @param rule recurrence rule of RFC 5545
 * @param workingDays what becomes of dates that are no working days
 * @param startsOn the first day the rule counts from
 * @param startTime when a session begins, Asia/Shanghai
 * @param minutes how long it lasts
 * @param capacity places of each session
 */
@Embeddable
record SeriesPlan(
        @Column(updatable = false) String rule,

        @Enumerated(EnumType.STRING) @Column(name = "working_days", updatable = false)
        WorkingDayRule workingDays,

        @Column(name = "starts_on", updatable = false) LocalDate startsOn,
        @Column(name = "start_time", updatable = false) LocalTime startTime,
        @Column(updatable = false) int minutes,
        @Column(updatable = false) int capacity) {

    Recurrence recurrence() {
        return new Recurrence(rule, workingDays);
    }

    /** The time of a session on a day. */
    SessionTime at(LocalDate day) {
        Instant begin = day.atTime(startTime).atZone(LinliClock.ZONE).toInstant();
        return new SessionTime(begin, begin.plusSeconds(minutes * 60L));
    }
}
