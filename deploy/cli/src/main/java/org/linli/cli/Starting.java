package org.linli.cli;

import java.util.List;
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

    /** Starts the supervisor; returns as soon as it works. */
    void begin() {
        Ports ports = workplace.portsToStartWith();
        LinliHome home = workplace.home();
        Preconditions.enoughSpace(home);
        home.create();
        workplace.state().read().ifPresent(this::endOrphans);
        Preconditions.portsFree(ports);
        Build build = new Build(workplace.repository(), screen);
        List<String> stale = build.stale();
        if (!stale.isEmpty()) {
            build.build(stale);
        }
        warnOfAnotherPort(home, ports);
        home.recordPort(ports.gateway());
        new Daemon(workplace, ports).start();
    }

    /** Waits until everything is healthy and has its demo data; if that fails, nothing is left running. */
    void complete() {
        new Progress(workplace, screen).follow();
        loadDemoData();
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

    private void loadDemoData() {
        try {
            new DemoData(workplace).load().forEach(screen::line);
        } catch (Refusal notLoaded) {
            new Stopping(workplace).stopInAHurry();
            throw new Refusal("The demo data could not be loaded: " + notLoaded.getMessage()
                    + " Everything has been stopped again; the logs are in "
                    + workplace.home().logs() + ".");
        }
    }
}
