package org.linli.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.linli.cli.supervise.CityState;
import picocli.CommandLine.Command;

/** {@code ./linli up}: builds, starts, waits until all is healthy, loads the demo data, tells where things are. */
@Command(
        name = "up",
        description = "Starts everything on this machine and waits until it is healthy; data of earlier runs go on.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything is healthy (or was running already)", "1:not started; nothing is left running"})
final class UpCommand implements Callable<Integer> {
    private final Screen screen = Screen.standard();

    @Override
    public Integer call() {
        Workplace workplace = Workplace.here();
        Optional<CityState> running = workplace.live();
        if (running.isPresent() && running.get().allHealthy()) {
            screen.line("Linli is already running at " + workplace.gatewayUrl() + " (since "
                    + Durations.inWords(Duration.between(running.get().since(), Instant.now())) + ").");
            return 0;
        }
        long begun = System.nanoTime();
        Starting starting = new Starting(workplace, screen);
        if (running.isEmpty()) {
            starting.begin();
        } else {
            screen.line("Linli is being started already; waiting for it.");
        }
        starting.complete();
        screen.line("");
        screen.line("Linli is running; started in " + Durations.inWords(System.nanoTime() - begun) + ".");
        Addresses.print(workplace, screen);
        return 0;
    }
}
