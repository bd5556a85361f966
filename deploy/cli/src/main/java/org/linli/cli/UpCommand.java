package org.linli.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
        Optional<CityState> running = startUnlessRunning(workplace);
        if (running.isPresent() && running.get().allHealthy()) {
            screen.line("Linli is already running at " + workplace.gatewayUrl() + " (since "
                    + Durations.inWords(Duration.between(running.get().since(), Instant.now())) + ").");
            return 0;
        }
        // Who did not start the city does not stop it either.
        Runnable undo = running.isPresent() ? () -> {} : () -> new Stopping(workplace).stopInAHurry();
        running.ifPresent(this::tellWhatIsWaitedFor);
        new Progress(workplace, screen, undo).follow();
        loadDemoData(workplace, undo);
        screen.line("");
        screen.line("Linli is running; started in " + Durations.inWords(System.nanoTime() - begun) + ".");
        Addresses.print(workplace, screen);
        return 0;
    }

    /** One start at a time; answers the city that ran before, empty if this call started it. */
    private Optional<CityState> startUnlessRunning(Workplace workplace) {
        Preconditions.enoughSpace(workplace.home());
        workplace.home().create();
        try (Turn turn = Turn.take(
                workplace.home().startLock(), () -> screen.line("Linli is being started already; waiting for it."))) {
            Optional<CityState> running = workplace.live();
            if (running.isEmpty()) {
                start(workplace);
            }
            return running;
        }
    }

    private void tellWhatIsWaitedFor(CityState city) {
        String open = city.parts().stream()
                .filter(part -> part.phase() != Phase.HEALTHY)
                .map(PartState::name)
                .collect(Collectors.joining(", "));
        screen.line("Linli is running already, but not everything is healthy; waiting for " + open + ".");
    }

    private void start(Workplace workplace) {
        Ports ports = workplace.portsToStartWith();
        LinliHome home = workplace.home();
        workplace.state().read().ifPresent(this::endOrphans);
        Preconditions.portsFree(ports);
        new Build(workplace.repository(), screen).bringUpToDate();
        warnOfAnotherPort(home, ports);
        home.recordPort(ports.gateway());
        new Daemon(workplace, ports).start();
    }

    private void endOrphans(CityState state) {
        List<String> ended = org.linli.cli.supervise.Orphans.end(state);
        if (!ended.isEmpty()) {
            screen.line("Ended what an earlier run had left behind: " + String.join(", ", ended) + ".");
        }
    }

    /** Accounts are made of the issuer's address and the subject: at another port everybody is somebody new. */
    private void warnOfAnotherPort(LinliHome home, Ports ports) {
        home.recordedPort()
                .filter(port -> port != ports.gateway())
                .ifPresent(port -> screen.line("These data were made at port " + port + "; at port " + ports.gateway()
                        + " the demo people sign in as new ones."));
    }

    private void loadDemoData(Workplace workplace, Runnable undo) {
        try {
            new DemoData(workplace).load().forEach(screen::line);
        } catch (Refusal notLoaded) {
            undo.run();
            throw new Refusal("The demo data could not be loaded: " + notLoaded.getMessage()
                    + " What this call started has been stopped again; the logs are in "
                    + workplace.home().logs() + ".");
        }
    }
}
