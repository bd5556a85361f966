package org.linli.cli.supervise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.linli.cli.LocalCity;

/**
 * Ends what a supervisor left behind that was itself ended by force. A process is ended only if the number and the
 * moment of its start are the ones written down, so that no stranger is hit who has got the number since.
 */
public final class Orphans {
    /** Long enough to leave their consumer groups in good order; nobody would keep what their JVMs learned. */
    private static final Duration APPLICATION_PATIENCE = Duration.ofSeconds(15);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Orphans() {}

    /** The children in the state that still run, those that depend on others first. */
    public static List<PartState> of(CityState state) {
        List<PartState> alive = new ArrayList<>(state.parts().stream()
                .filter(part -> part.process() != null)
                .filter(part -> !Objects.equals(part.process(), state.supervisor()))
                .filter(part -> part.process().isAlive())
                .toList());
        return alive.reversed();
    }

    /** Ends them, the applications first and at the same time; answers the names of those that were ended. */
    public static List<String> end(CityState state) {
        List<PartState> all = of(state);
        List<Thread> applications = all.stream()
                .filter(Orphans::isApplication)
                .map(part -> Thread.ofVirtual().start(() -> end(part, APPLICATION_PATIENCE)))
                .toList();
        try {
            for (Thread application : applications) {
                application.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        all.stream().filter(part -> !isApplication(part)).forEach(part -> end(part, PATIENCE));
        return all.stream().map(PartState::name).toList();
    }

    private static boolean isApplication(PartState part) {
        return LocalCity.APPLICATIONS.contains(part.name());
    }

    private static void end(PartState part, Duration patience) {
        part.process().find().ifPresent(handle -> new RunningProcess(handle, part.signal()).stop(patience));
    }
}
