package org.linli.cli.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.linli.cli.GatewayClient;
import org.linli.cli.Refusal;

/** Somebody's live inbox: what arrived on the stream, and when. */
final class Listener implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final AutoCloseable stream;

    /** A message as it arrived, at a moment of the monotonic clock. */
    record Heard(String kind, String subjectId, String title, long nanos) {}

    Listener(GatewayClient who) {
        this.stream = who.stream("/api/v1/inbox/stream", this::line);
        // the first line says that the stream knows where it begins: what happens from now on arrives
        Patience.until("The live inbox", () -> begun.getCount() == 0);
    }

    private void line(String line) {
        long now = System.nanoTime();
        begun.countDown();
        if (line.startsWith("data:")) {
            try {
                JsonNode message = JSON.readTree(line.substring(5));
                if (message.has("kind")) {
                    heard.add(new Heard(
                            message.path("kind").asText(),
                            message.path("subjectId").asText(),
                            message.path("title").asText(),
                            now));
                }
            } catch (JsonProcessingException broken) {
                throw new Refusal("The live inbox sent something that is not JSON: " + line);
            }
        }
    }

    /** Waits for a message of that kind that came after the moment; answers it. */
    Heard await(String who, String kind, long since) {
        Patience.until("\"" + kind + "\" in the live inbox of " + who, () -> find(kind, since) != null);
        return find(kind, since);
    }

    private Heard find(String kind, long since) {
        return heard.stream()
                .filter(message -> message.kind().equals(kind) && message.nanos() >= since)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (Exception closing) {
            // the stream was closed from the other side
        }
    }
}
