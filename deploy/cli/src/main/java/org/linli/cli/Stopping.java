package org.linli.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.linli.cli.supervise.CityState;
import org.linli.cli.supervise.Orphans;

/** Ends a city: asks its supervisor, and ends what is left if the supervisor cannot any more. */
final class Stopping {
    /** Longer than the supervisor gives its parts, also when they write what they learned. */
    private static final Duration PATIENCE = Duration.ofSeconds(500);

    private final Workplace workplace;

    Stopping(Workplace workplace) {
        this.workplace = workplace;
    }

    /** Ends everything without waiting for JVMs that write down what they learned. */
    boolean stopInAHurry() {
        Path hurry = workplace.home().hurryFile();
        try {
            Files.createDirectories(hurry.getParent());
            Files.writeString(hurry, "");
            boolean ran = stop();
            Files.deleteIfExists(hurry);
            return ran;
        } catch (IOException diskFull) {
            return stop();
        }
    }

    /** Ends everything; answers whether anything ran. */
    boolean stop() {
        Optional<CityState> state = workplace.state().read();
        if (state.isEmpty()) {
            return false;
        }
        Optional<ProcessHandle> supervisor = state.get().supervisor().find();
        supervisor.ifPresent(handle -> {
            handle.destroy();
            if (!Waiting.until(() -> !handle.isAlive(), PATIENCE, Duration.ofMillis(50))) {
                handle.destroyForcibly();
            }
        });
        List<String> orphans = workplace.state().read().map(Orphans::end).orElse(List.of());
        return supervisor.isPresent() || !orphans.isEmpty();
    }
}
