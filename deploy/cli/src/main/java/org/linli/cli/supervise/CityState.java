package org.linli.cli.supervise;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The page that the supervisor keeps and the commands read.
 *
 * @param supervisor who writes it
 * @param gatewayPort what all ports are counted from
 * @param since when the supervisor began
 */
public record CityState(ProcessIdentity supervisor, int gatewayPort, Instant since, List<PartState> parts) {
    public CityState {
        parts = List.copyOf(parts);
    }

    public boolean allHealthy() {
        return parts.stream().allMatch(part -> part.phase() == Phase.HEALTHY);
    }

    /** The part of that name. */
    public Optional<PartState> part(String name) {
        return parts.stream().filter(part -> part.name().equals(name)).findFirst();
    }
}
