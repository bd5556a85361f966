package org.linli.notification.feed;

import java.util.Map;
import java.util.function.Supplier;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;

/** A call that succeeds for every operation of the feeds. */
public final class EventSamples {
    private EventSamples() {}

    public static Map<String, Supplier<Sample>> all(Surroundings surroundings) {
        return Map.of(
                "GET /api/v1/events", () -> of(surroundings, ""),
                "GET /api/v1/events/stream", () -> of(surroundings, "/stream"),
                "GET /api/v1/events/summary", () -> of(surroundings, "/summary"),
                "GET /api/v1/events/snapshot", () -> of(surroundings, "/snapshot"));
    }

    /** The system of a district in which something happened of which no official is told. */
    private static Sample of(Surroundings surroundings, String path) {
        District district = new District(surroundings);
        long before = district.newest();
        district.stationOpens();
        district.awaitEvents(before + 1);
        return Sample.of("/api/v1/events" + path + "?district=" + district.digits(), district.token());
    }
}
