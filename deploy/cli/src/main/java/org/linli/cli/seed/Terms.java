package org.linli.cli.seed;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What was asked for; the same terms give the same city.
 *
 * @param scale how large
 * @param rate records a month of each person with hours, in the year of records
 * @param year the year of records; hours before it are brought forward to its eve
 * @param seed of everything that is left to chance
 */
record Terms(Scale scale, BigDecimal rate, int year, long seed) {

    /** How many records the year has for so many people, rounded half up. */
    long records(long serving) {
        return rate.multiply(BigDecimal.valueOf(12 * serving))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    @Override
    public String toString() {
        return "scale " + scale + ", rate " + rate.toPlainString() + ", year " + year + ", seed " + seed;
    }
}
