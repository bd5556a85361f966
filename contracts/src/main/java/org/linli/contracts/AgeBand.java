package org.linli.contracts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How old a person is, as far as rules need it (a birth date never leaves registration). Bounds follow Civil Code
 * art. 17–20 (under 8 no capacity, under 18 limited) and PIPL art. 31 (under 14: parental consent).
 */
public enum AgeBand {
    UNDER_8(0),
    FROM_8_TO_13(8),
    FROM_14_TO_15(14),
    FROM_16_TO_17(16),
    FROM_18_TO_59(18),
    FROM_60(60);

    private final int from;

    AgeBand(int from) {
        this.from = from;
    }

    /** The youngest age in whole years that belongs to this band. */
    public int from() {
        return from;
    }

    /** True from 18 years on. */
    public boolean adult() {
        return from >= 18;
    }

    /** The band of somebody born on {@code birthDate}, on {@code day}. */
    public static AgeBand of(LocalDate birthDate, LocalDate day) {
        long years = ChronoUnit.YEARS.between(birthDate, day);
        AgeBand found = UNDER_8;
        for (AgeBand band : values()) {
            if (years >= band.from) {
                found = band;
            }
        }
        return found;
    }
}
