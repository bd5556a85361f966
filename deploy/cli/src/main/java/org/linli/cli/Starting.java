package org.linli.cli;

import java.util.List;
import java.util.Optional;
import org.linli.cli.supervise.CityState;
import org.linli.cli.supervise.Orphans;

/** Starts a city: builds what is not built, starts the supervisor, waits until all is healthy, loads the demo data. */
final class Starting {
    private final Workplace workplace;
    private final Screen screen;

    Starting(Workplace workplace, Screen screen) {
        this.workplace = workplace;
        this.screen = screen;
    }

    /** One start at a time; answers the city that ran before, empty if this call started it. */
    Optional<CityState> startUnlessRunning() {
        Preconditions.enoughSpace(workplace.home());
        workplace.home().create();
        try (Turn turn = Turn.take(
                workplace.home().startLock(), () -> screen.line("Linli is being started already; waiting for it."))) {
            Optional<CityState> running = workplace.live();
            if (running.isEmpty()) {
                start();
            }
            return running;
        }
    }

    /** Waits until everything is healthy and has its demo data; if that fails, what was done is undone. */
    void complete(Runnable undo) {
        new Progress(workplace, screen, undo).follow();
        loadDemoData(undo);
    }

    private void start() {
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
        List<String> ended = Orphans.end(state);
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

    private void loadDemoData(Runnable undo) {
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
