package org.linli.cli.seed;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Shares a whole number out by weights so that the shares are whole and make exactly the whole: everybody gets the
 * share rounded down, and the largest remainders one more (Hamilton's method); equal remainders in the order of the
 * list.
 */
final class Apportionment {
    private Apportionment() {}

    /** The shares of {@code whole}, in the order of the weights. */
    static long[] of(long whole, long[] weights) {
        long sum = Arrays.stream(weights).sum();
        if (whole == 0) {
            return new long[weights.length];
        }
        if (whole < 0 || sum <= 0) {
            throw new IllegalArgumentException("there is nothing to share, or nobody to share it");
        }
        long[] shares = new long[weights.length];
        long[] remainders = new long[weights.length];
        long given = 0;
        for (int place = 0; place < weights.length; place++) {
            long product = Math.multiplyExact(whole, weights[place]);
            shares[place] = product / sum;
            remainders[place] = product % sum;
            given += shares[place];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer place) -> remainders[place])
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(whole - given)
                .forEach(place -> shares[place]++);
        return shares;
    }
}
