package org.linli.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A city of a measurement's own: fresh data in a directory of its own, ten free ports, gone when closed. */
final class BenchCity implements AutoCloseable {
    private final Workplace workplace;
    private final Ports ports;
    private final Screen screen;
    private final Thread atExit = new Thread(this::stop, "stop the city of the bench");

    private BenchCity(Workplace workplace, Ports ports, Screen screen) {
        this.workplace = workplace;
        this.ports = ports;
        this.screen = screen;
    }

    /** A city in that directory, run from what is built in the repository; not started yet. */
    static BenchCity in(Path directory, Workplace here, Screen screen) {
        Ports ports = TemporaryCity.freePorts();
        Map<String, String> environment = new HashMap<>(here.environment());
        environment.put("LINLI_HOME", directory.toString());
        environment.put("LINLI_PORT", Integer.toString(ports.gateway()));
        BenchCity city = new BenchCity(Workplace.of(here.repository(), environment), ports, screen);
        Preconditions.enoughSpace(city.home());
        city.home().create();
        city.home().recordPort(ports.gateway());
        Runtime.getRuntime().addShutdownHook(city.atExit);
        return city;
    }

    LinliHome home() {
        return workplace.home();
    }

    Ports ports() {
        return ports;
    }

    /** Starts everything; answers the seconds until all of it was healthy. */
    double start() {
        long begun = System.nanoTime();
        new Daemon(workplace, ports).start();
        new Progress(workplace, screen, this::stop).follow();
        return (System.nanoTime() - begun) / 1e9;
    }

    void loadDemoData() {
        new DemoData(workplace).load();
    }

    /** Whether every JVM starts with what it learned before. */
    boolean startsFromCaches() {
        Path services = workplace.repository().resolve("services");
        return LocalCity.APPLICATIONS.stream()
                .allMatch(name -> hasCache(services.resolve(name).resolve("target/startup-cache")));
    }

    private static boolean hasCache(Path directory) {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(file -> file.toString().endsWith(".aot"));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Ends everything in good order; JVMs that learn write down what they learned. */
    void stopInGoodOrder() {
        new Stopping(workplace).stop();
    }

    /** Gigabytes that all its processes take, pages they share counted once (PSS). */
    double memory() {
        ProcessHandle supervisor =
                workplace.running(1).supervisor().find().orElseThrow(() -> new Refusal("The supervisor is gone."));
        long kilobytes = Stream.concat(Stream.of(supervisor), supervisor.descendants())
                .mapToLong(process -> proportional(process.pid()))
                .sum();
        return kilobytes / 1024.0 / 1024.0;
    }

    private static long proportional(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException | java.io.UncheckedIOException endedMeanwhile) {
            return 0;
        }
    }

    private synchronized void stop() {
        new Stopping(workplace).stopInAHurry();
    }

    @Override
    public void close() {
        stop();
        home().delete();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
