package org.linli.activity.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.linli.kit.time.LinliClock;

/** Length and day of service (服务时间). */
final class ServiceTime {
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    private ServiceTime() {}

    /**
     * Whole minutes between two instants, at the most a day; what is left of the last one does not count. Order 67
     * art. 7 asks for the time actually given and lays down no rounding: cutting off never claims more than was given.
     * Whoever forgets to check out for longer than a day gets a day at the most, and only from the platform's operator.
     */
    static int wholeMinutes(Instant from, Instant until) {
        return Math.clamp(Duration.between(from, until).toMinutes(), 0, MINUTES_OF_A_DAY);
    }

    /** The day (Asia/Shanghai) service belongs to: the one on which it began, also if it went on past midnight. */
    static LocalDate dayOf(Instant from) {
        return LinliClock.dayOf(from);
    }
}
