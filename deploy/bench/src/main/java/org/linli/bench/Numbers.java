package org.linli.bench;

import java.util.Locale;

/** How figures are written: three significant digits, thousands apart, whole if they are large. */
final class Numbers {
    private Numbers() {}

    static String text(double value) {
        double size = Math.abs(value);
        if (size >= 100 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value).replace(',', ' ');
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3f", value);
    }

    /** Lowest and highest of the repetitions. */
    static String range(Series series) {
        return text(series.least()) + " – " + text(series.most());
    }
}
