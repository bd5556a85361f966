package org.linli.activity.record;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.linli.kit.time.LinliClock;

/** Length and day of service (服务时间). */
final class ServiceTime {
    private ServiceTime() {}

    /**
     * Whole minutes between two instants; what is left of the last one does not count. Order 67 art. 7 asks for the time
     * actually given and lays down no rounding: cutting off never claims more than was given.
     */
    static int wholeMinutes(Instant from, Instant until) {
        return Math.toIntExact(Math.max(0, Duration.between(from, until).toMinutes()));
    }

    /** The day (Asia/Shanghai) service belongs to: the one on which it began, also if it went on past midnight. */
    static LocalDate dayOf(Instant from) {
        return LinliClock.dayOf(from);
    }
}
