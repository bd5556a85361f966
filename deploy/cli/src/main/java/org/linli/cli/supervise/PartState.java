package org.linli.cli.supervise;

import java.time.Instant;

/**
 * What is known of a part, as written to the state file.
 *
 * @param process null while it does not run
 * @param signal how its process is asked to end
 * @param since when it entered the phase
 * @param started when its process was started; null while it does not run
 * @param restarts how often it was started again since the supervisor began
 * @param readyOnce whether it was ever ready since the supervisor began
 * @param detail what fails, in a few words
 */
public record PartState(
        String name,
        int port,
        Phase phase,
        ProcessIdentity process,
        String signal,
        Instant since,
        Instant started,
        int restarts,
        boolean readyOnce,
        String detail) {

    static PartState of(Part part, Instant now) {
        return new PartState(part.name(), part.port(), Phase.WAITING, null, part.signal(), now, null, 0, false, "");
    }

    PartState entered(Phase next, String why, Instant now) {
        Instant changed = next == phase ? since : now;
        boolean ready = readyOnce || next == Phase.HEALTHY;
        return new PartState(name, port, next, process, signal, changed, started, restarts, ready, why);
    }

    PartState started(ProcessIdentity identity, Instant now) {
        return new PartState(name, port, Phase.STARTING, identity, signal, now, now, restarts, readyOnce, "");
    }

    PartState ended(String why, Instant now) {
        return new PartState(name, port, Phase.RESTARTING, null, signal, now, null, restarts + 1, readyOnce, why);
    }

    PartState stopped(Instant now) {
        return new PartState(name, port, Phase.STOPPED, null, signal, now, null, restarts, readyOnce, "");
    }
}
