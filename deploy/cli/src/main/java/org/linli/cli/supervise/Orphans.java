package org.linli.cli.supervise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Ends what a supervisor left behind that was itself ended by force. A process is ended only if the number and the
 * moment of its start are the ones written down, so that no stranger is hit who has got the number since.
 */
public final class Orphans {
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

    /** Ends them one after the other; answers the names of those that were ended. */
    public static List<String> end(CityState state) {
        List<String> ended = new ArrayList<>();
        for (PartState part : of(state)) {
            part.process().find().ifPresent(handle -> {
                new RunningProcess(handle, part.signal()).stop(PATIENCE);
                ended.add(part.name());
            });
        }
        return ended;
    }
}
