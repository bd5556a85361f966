package org.linli.cli.fault;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Option;

/** What {@code ./linli test --faults} may be told. */
public final class FaultOptions {
    private static final int SEEDS = 1_000_000;
    private static final int QUICK_MINUTES = 6;
    private static final int MINUTES = 12;
    private static final int QUICK_CLIENTS = 40;
    private static final int CLIENTS = 60;

    @Option(names = "--faults", required = true, description = "Instead: a real city under load, killed and cut.")
    private boolean asked;

    @Option(
            names = "--quick",
            description = "Six minutes of faults instead of twelve, and fewer people; for every change.")
    private boolean quick;

    @Option(names = "--seed", description = "Plays the same people and faults once more; a fresh one is printed.")
    private Long seed;

    @Option(names = "--kills", defaultValue = "50", description = "How many processes are killed (${DEFAULT-VALUE}).")
    private int kills;

    @Option(
            names = "--gateway",
            paramLabel = "URL",
            description = "A demo in containers (deploy/README.md) instead of a city of its own: they are killed.")
    private URI gateway;

    @Option(
            names = "--project",
            paramLabel = "NAME",
            description = "What docker compose calls the containers; that of the gateway unless told.")
    private String project;

    @Option(names = "--minutes", description = "Over how many minutes the faults are spread.")
    private Double minutes;

    @Option(names = "--clients", description = "How many order and serve at the same time (60; 40 with --quick).")
    private Integer clients;

    long seed() {
        if (seed == null) {
            seed = ThreadLocalRandom.current().nextLong(SEEDS);
        }
        return seed;
    }

    Optional<URI> gateway() {
        return Optional.ofNullable(gateway);
    }

    /** What docker compose calls the containers, if somebody said. */
    Optional<String> project() {
        return Optional.ofNullable(project);
    }

    int kills() {
        return kills;
    }

    int clients() {
        return clients == null ? quick ? QUICK_CLIENTS : CLIENTS : clients;
    }

    Duration length() {
        double chosen = minutes == null ? quick ? QUICK_MINUTES : MINUTES : minutes;
        return Duration.ofMillis((long) (chosen * 60_000));
    }

    /** How the same run is asked for again. */
    String again() {
        return "./linli test --faults --seed " + seed() + " --kills " + kills + " --minutes "
                + length().toMillis() / 60_000.0 + " --clients " + clients()
                + (gateway == null ? "" : " --gateway " + gateway)
                + (project == null ? "" : " --project " + project);
    }
}
