package org.linli.cli;

import java.time.Duration;
import java.util.Locale;

/** Times as people read them. */
final class Durations {
    private Durations() {}

    /** Nanoseconds as "1.4 s" or "2 min 5 s". */
    static String inWords(long nanoseconds) {
        return inWords(Duration.ofNanos(nanoseconds));
    }

    /** "1.4 s", "2 min 5 s", "3 h 12 min", "4 d 2 h". */
    static String inWords(Duration time) {
        if (time.toSeconds() < 60) {
            return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        }
        if (time.toMinutes() < 60) {
            return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        }
        return time.toHours() < 24
                ? time.toHours() + " h " + time.toMinutesPart() + " min"
                : time.toDays() + " d " + time.toHoursPart() + " h";
    }
}
