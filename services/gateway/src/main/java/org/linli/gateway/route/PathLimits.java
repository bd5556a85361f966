package org.linli.gateway.route;

import java.util.Comparator;
import java.util.List;
import org.linli.gateway.GatewayConfiguration;

/** Sizes and times by path; the longest configured prefix wins. */
final class PathLimits {

    private final long body;
    private final long milliseconds;
    private final List<Special> bodies;
    private final List<Special> times;

    PathLimits(GatewayConfiguration.Limits limits) {
        body = limits.body().asLongValue();
        milliseconds = limits.time().toMillis();
        bodies = sorted(limits.bodies().entrySet().stream()
                .map(e -> new Special(RouteTable.API + e.getKey(), e.getValue().asLongValue()))
                .toList());
        times = sorted(limits.times().entrySet().stream()
                .map(e -> new Special(RouteTable.API + e.getKey(), e.getValue().toMillis()))
                .toList());
    }

    /** The largest body in bytes. */
    long body(String path) {
        return value(bodies, path, body);
    }

    /** The longest time in milliseconds. */
    long milliseconds(String path) {
        return value(times, path, milliseconds);
    }

    private static long value(List<Special> specials, String path, long otherwise) {
        for (Special special : specials) {
            if (path.equals(special.path) || path.startsWith(special.path + "/")) {
                return special.value;
            }
        }
        return otherwise;
    }

    private static List<Special> sorted(List<Special> specials) {
        return specials.stream()
                .sorted(Comparator.comparingInt((Special e) -> e.path.length()).reversed())
                .toList();
    }

    private record Special(String path, long value) {}
}
