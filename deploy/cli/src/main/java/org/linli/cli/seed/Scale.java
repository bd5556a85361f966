package org.linli.cli.seed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.linli.cli.Refusal;

/** How large the city is beside the real one: above 0, 1 for the real size. */
record Scale(BigDecimal factor) {
    private static final BigDecimal LEAST = new BigDecimal("0.001");

    Scale {
        factor = factor.stripTrailingZeros();
    }

    /** Reads a scale; a sentence with exit code 2 if it is none. */
    static Scale parse(String text) {
        try {
            BigDecimal factor = new BigDecimal(text);
            if (factor.compareTo(LEAST) < 0 || factor.compareTo(BigDecimal.ONE) > 0) {
                throw new Refusal("The scale is between 0.001 and 1, not " + text + ".", 2);
            }
            return new Scale(factor);
        } catch (NumberFormatException notANumber) {
            throw new Refusal("The scale is a number such as 0.01, not \"" + text + "\".", 2);
        }
    }

    /** A figure of the real city at this scale, rounded half up to a whole number. */
    long of(long real) {
        return factor.multiply(BigDecimal.valueOf(real))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    @Override
    public String toString() {
        return factor.toPlainString();
    }
}
