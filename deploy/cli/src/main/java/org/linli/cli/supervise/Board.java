package org.linli.cli.supervise;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** What the supervisor knows of all parts; every change is written to the state file before anybody acts on it. */
final class Board {
    private final StateFile file;
    private final int gatewayPort;
    private final Instant since = Instant.now();
    private final ProcessIdentity self = ProcessIdentity.ofSelf();
    private final Map<String, PartState> parts = new LinkedHashMap<>();

    Board(StateFile file, int gatewayPort, List<Part> all) {
        this.file = file;
        this.gatewayPort = gatewayPort;
        all.forEach(part -> parts.put(part.name(), PartState.of(part, since)));
        write();
    }

    synchronized void change(String name, UnaryOperator<PartState> change) {
        PartState before = parts.get(name);
        PartState after = change.apply(before);
        if (!after.equals(before)) {
            parts.put(name, after);
            write();
            notifyAll();
        }
    }

    synchronized PartState of(String name) {
        return parts.get(name);
    }

    /** Waits until every one of the named parts was ready once, or it is time to give up. */
    synchronized void awaitReadyOnce(List<String> names, BooleanSupplier givingUp) throws InterruptedException {
        while (!givingUp.getAsBoolean()
                && !names.stream().allMatch(name -> parts.get(name).readyOnce())) {
            wait();
        }
    }

    /** Lets those who wait look again. */
    synchronized void wake() {
        notifyAll();
    }

    private void write() {
        file.write(new CityState(self, gatewayPort, since, List.copyOf(parts.values())));
    }
}
