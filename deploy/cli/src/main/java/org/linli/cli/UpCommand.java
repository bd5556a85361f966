package org.linli.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.linli.cli.supervise.CityState;
import org.linli.cli.supervise.PartState;
import org.linli.cli.supervise.Phase;
import picocli.CommandLine.Command;

/** {@code ./linli up}: builds, starts, waits until all is healthy, loads the demo data, tells where things are. */
@Command(
        name = "up",
        description = "Starts everything on this machine and waits until it is healthy; data of earlier runs go on.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything is healthy (or was running already)",
            "1:not started; nothing that this call started is left running"
        })
final class UpCommand implements Callable<Integer> {
    private final Screen screen = Screen.standard();

    @Override
    public Integer call() {
        Workplace workplace = Workplace.here();
        long begun = System.nanoTime();
        Starting starting = new Starting(workplace, screen);
        Optional<CityState> running = starting.startUnlessRunning();
        if (running.isPresent() && running.get().allHealthy()) {
            screen.line("Linli is already running at " + workplace.gatewayUrl() + " (since "
                    + Durations.inWords(Duration.between(running.get().since(), Instant.now())) + ").");
            return 0;
        }
        // Who did not start the city does not stop it either.
        Runnable undo = running.isPresent() ? () -> {} : () -> new Stopping(workplace).stopInAHurry();
        running.ifPresent(this::tellWhatIsWaitedFor);
        starting.complete(undo);
        screen.line("");
        screen.line("Linli is running; started in " + Durations.inWords(System.nanoTime() - begun) + ".");
        Addresses.print(workplace, screen);
        return 0;
    }

    private void tellWhatIsWaitedFor(CityState city) {
        String open = city.parts().stream()
                .filter(part -> part.phase() != Phase.HEALTHY)
                .map(PartState::name)
                .collect(Collectors.joining(", "));
        screen.line("Linli is running already, but not everything is healthy; waiting for " + open + ".");
    }
}
