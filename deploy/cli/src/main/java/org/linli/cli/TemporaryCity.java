package org.linli.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** A whole city in a directory of its own at free ports, as {@code ./linli up} starts it; gone when closed. */
public final class TemporaryCity implements AutoCloseable {
    /** Below the range from which the kernel hands out ports by itself, and below that of the wires. */
    private static final int LOWEST_PORT = 12_000;

    private static final int PORT_GROUPS = 700;
    private static final int PORTS_OF_A_GROUP = 10;
    private static final int ATTEMPTS = 100;

    private final Workplace workplace;
    private final LocalCity city;
    private final Thread atExit = new Thread(this::end, "stop the temporary city");
    private boolean ended;

    private TemporaryCity(Workplace workplace, Ports ports) {
        this.workplace = workplace;
        this.city = LocalCity.of(workplace.home(), ports, workplace.repository(), workplace.environment());
    }

    /** Ten neighbouring ports that nobody uses now. */
    public static Ports freePorts() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int group = ThreadLocalRandom.current().nextInt(PORT_GROUPS);
            Ports ports = new Ports(LOWEST_PORT + group * PORTS_OF_A_GROUP);
            if (ports.byNumber().keySet().stream().allMatch(Preconditions::isFree)) {
                return ports;
            }
        }
        throw new Refusal("No ten neighbouring free ports above " + LOWEST_PORT + " were found.");
    }

    /**
     * Starts it and waits until it is healthy and has its demo data.
     *
     * @param environment variables for the supervisor and everything it starts, beside those of this process
     */
    public static TemporaryCity start(Ports ports, Map<String, String> environment, Screen screen) {
        TemporaryCity city = new TemporaryCity(workplace(ports, environment), ports);
        Runtime.getRuntime().addShutdownHook(city.atExit);
        try {
            Starting starting = new Starting(city.workplace, screen);
            starting.startUnlessRunning();
            starting.complete(() -> {});
            return city;
        } catch (RuntimeException notStarted) {
            city.close();
            throw notStarted;
        }
    }

    private static Workplace workplace(Ports ports, Map<String, String> more) {
        try {
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.putAll(more);
            Path home = Files.createTempDirectory("linli-city");
            environment.put("LINLI_HOME", home.toString());
            environment.put("LINLI_PORT", Integer.toString(ports.gateway()));
            return Workplace.of(Workplace.here().repository(), environment);
        } catch (IOException noDirectory) {
            throw new UncheckedIOException(noDirectory);
        }
    }

    /** Where its commands would work. */
    public Workplace workplace() {
        return workplace;
    }

    /** What it is made of. */
    public LocalCity city() {
        return city;
    }

    /** Copies its logs, which otherwise go with it. */
    public void keepLogs(Path directory) {
        try (Stream<Path> logs = Files.list(workplace.home().logs())) {
            Files.createDirectories(directory);
            for (Path log : logs.toList()) {
                Files.copy(log, directory.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException cannotCopy) {
            throw new UncheckedIOException(cannotCopy);
        }
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private synchronized void end() {
        if (!ended) {
            ended = true;
            new Stopping(workplace).stopInAHurry();
            workplace.home().delete();
        }
    }
}
