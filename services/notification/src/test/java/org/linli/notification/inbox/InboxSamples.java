package org.linli.notification.inbox;

import java.util.Map;
import java.util.function.Supplier;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;

/** A call that succeeds for every operation of the inbox. */
public final class InboxSamples {
    private InboxSamples() {}

    /** By operation. */
    public static Map<String, Supplier<Sample>> all(Surroundings surroundings) {
        return Map.of(
                "GET /api/v1/inbox", () -> of(surroundings, "/api/v1/inbox"),
                "GET /api/v1/inbox/summary", () -> of(surroundings, "/api/v1/inbox/summary"),
                "GET /api/v1/inbox/stream", () -> of(surroundings, "/api/v1/inbox/stream"),
                "POST /api/v1/inbox/{sequence}/reading", () -> of(surroundings, "/api/v1/inbox/1/reading"),
                "POST /api/v1/inbox/{sequence}/archiving", () -> of(surroundings, "/api/v1/inbox/1/archiving"),
                "POST /api/v1/inbox/reading",
                        () -> Sample.of("/api/v1/inbox/reading", Map.of("sequence", 1), reader(surroundings)));
    }

    private static Sample of(Surroundings surroundings, String path) {
        return Sample.of(path, reader(surroundings));
    }

    /** Somebody with one message. */
    private static String reader(Surroundings surroundings) {
        Story story = new Story(surroundings);
        story.pointsPosted(1, 100, 100);
        story.awaitMessages(1);
        return surroundings.issuer().tokenFor(story.subject());
    }
}
