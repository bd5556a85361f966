package org.linli.cli.fuzz;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Option;

/** What {@code ./linli test --fuzz} may be told. */
public final class FuzzOptions {
    private static final int SEEDS = 1_000_000;

    @Option(names = "--fuzz", required = true, description = "Instead: nonsense for every operation of a real city.")
    private boolean asked;

    @Option(names = "--fuzz-seed", description = "Makes up the same requests once more; a fresh one is printed.")
    private Long seed;

    @Option(
            names = "--fuzz-minutes",
            defaultValue = "3",
            description = "For how long requests are made up (${DEFAULT-VALUE}).")
    private double minutes;

    long seed() {
        if (seed == null) {
            seed = ThreadLocalRandom.current().nextLong(SEEDS);
        }
        return seed;
    }

    Duration length() {
        return Duration.ofMillis((long) (minutes * 60_000));
    }

    /** How the same run is asked for again. */
    String again() {
        return "./linli test --fuzz --fuzz-seed " + seed() + " --fuzz-minutes " + minutes;
    }
}
