package org.linli.cli.fault;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.linli.cli.Refusal;
import org.linli.cli.TemporaryCity;
import org.linli.cli.Waiting;
import org.linli.cli.embedded.PostgresPart;
import org.linli.cli.supervise.CityState;
import org.linli.cli.supervise.PartState;
import org.linli.cli.supervise.Phase;
import org.linli.cli.supervise.ProcessIdentity;

/** The processes of the city, as its supervisor sees them. Only the supervisor starts any of them again. */
final class Parts {
    /** Longer than the slowest part takes to start on a machine that starts several at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(240);

    private static final Duration LOOK = Duration.ofMillis(50);

    private final TemporaryCity city;

    Parts(TemporaryCity city) {
        this.city = city;
    }

    /** Kills the process of a part, all of its own children with it. */
    static void kill(ProcessIdentity identity, boolean withChildren) {
        ProcessHandle process =
                identity.find().orElseThrow(() -> new Refusal("Process " + identity.pid() + " ended by itself."));
        List<ProcessHandle> children = (withChildren ? process.descendants() : Stream.<ProcessHandle>empty()).toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** Waits until the part is well, and answers its process. */
    ProcessIdentity awaitHealthy(String part) {
        return awaitOtherThan(part, null);
    }

    /** Kills what is there and waits until the supervisor has brought the part back; how long that took. */
    Duration killAndAwait(String part) {
        ProcessIdentity victim = awaitHealthy(part);
        long begun = System.nanoTime();
        kill(victim, part.equals(PostgresPart.NAME));
        awaitOtherThan(part, victim);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Waits until the part is well in another process than that one. */
    ProcessIdentity awaitOtherThan(String part, ProcessIdentity before) {
        ProcessIdentity[] found = new ProcessIdentity[1];
        boolean back = Waiting.until(
                () -> {
                    PartState now = of(part);
                    found[0] = now.process();
                    return now.phase() == Phase.HEALTHY
                            && now.process() != null
                            && !now.process().equals(before)
                            && now.process().isAlive();
                },
                PATIENCE,
                LOOK);
        if (!back) {
            throw new Refusal(part + " was not healthy within " + PATIENCE.toSeconds() + " s: " + of(part).phase() + " "
                    + of(part).detail());
        }
        return found[0];
    }

    /** Whether the supervisor holds all parts for healthy. */
    boolean allHealthy() {
        return state().allHealthy();
    }

    /** How often the supervisor started something again. */
    int restarts() {
        return state().parts().stream().mapToInt(PartState::restarts).sum();
    }

    private PartState of(String part) {
        return state().part(part).orElseThrow();
    }

    private CityState state() {
        return city.workplace().running(1);
    }
}
