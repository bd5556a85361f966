package org.linli.gateway.session;

import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.linli.gateway.Fetch;
import org.linli.gateway.GatewayConfiguration;
import org.linli.gateway.call.Call;

/**
 * What was ended before its time: sessions that were signed out and API keys that were revoked. Registration is asked
 * each second what is new, however many callers there are. While it is away nothing can be ended either, so what was
 * heard before goes on counting; a gateway that has never heard anything knows of nobody whether they may come in.
 */
@ApplicationScoped
public class Endings {

    private static final Logger LOG = Logger.getLogger(Endings.class);
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 32 * 1024 * 1024;

    /** How far each look goes back behind the one before: longer than any of registration's transactions takes. */
    private static final long OVERLAP_MILLISECONDS = 30_000;

    /** How long an ended key is remembered: longer than its tokens last. */
    private static final Duration KEY_KEPT = Duration.ofHours(1);

    private final Vertx vertx;
    private final Fetch fetch;
    private final URI address;
    private final Duration every;
    private final EndedIds ended = new EndedIds(Ticker.systemTicker(), Instant::now);
    private final Watched<Call> streams = new Watched<>();
    private final Silence silence = new Silence(System::nanoTime);
    private final AtomicLong heardUntil = new AtomicLong(-1);
    private volatile boolean stopped;

    Endings(Vertx vertx, Fetch fetch, GatewayConfiguration configuration) {
        this.vertx = vertx;
        this.fetch = fetch;
        this.address = configuration.services().registration();
        this.every = configuration.signIn().endingsEvery();
    }

    void start(@Observes StartupEvent started) {
        keepLooking();
    }

    void stop(@Observes ShutdownEvent stop) {
        stopped = true;
    }

    /** Whether registration was ever heard. */
    public boolean areKnown() {
        return heardUntil.get() >= 0;
    }

    /** Whether a session or key was ended. */
    public boolean include(UUID id) {
        return ended.contain(id);
    }

    /** Looks now, so that whoever just ended something here finds it ended. */
    public Future<Void> look() {
        long since = Math.max(0, heardUntil.get() - OVERLAP_MILLISECONDS);
        return fetch.document(address.resolve("/gateway/endings?since=" + since), WITHIN, MOST_BYTES)
                .map(document -> {
                    JsonObject heard = document.toJsonObject();
                    heard.getJsonArray("sessions", new JsonArray())
                            .forEach(session -> takeSession((JsonObject) session));
                    Instant keysKept = Instant.now().plus(KEY_KEPT);
                    heard.getJsonArray("keys", new JsonArray()).forEach(key -> take((String) key, keysKept));
                    // What it says now counts, also where its clock was put back: else we would ask past what ends.
                    heardUntil.set(heard.getLong("asOf"));
                    return null;
                });
    }

    /** Cuts the answer of a call, which may last for hours, as soon as the session or key ends. */
    public void watch(UUID id, Call call) {
        if (call.response().closed() || call.response().ended()) {
            // Its end was told already, to nobody: nothing would take it off the list.
            return;
        }
        streams.add(id, call);
        call.routing().addEndHandler(over -> streams.remove(id, call));
        if (include(id)) {
            cut(id);
        }
    }

    private void takeSession(JsonObject session) {
        take(session.getString("id"), session.getInstant("until"));
    }

    private void take(String text, Instant until) {
        UUID id = UUID.fromString(text);
        if (ended.add(id, until)) {
            cut(id);
        }
    }

    private void cut(UUID id) {
        streams.of(id).forEach(call -> call.request().connection().close());
    }

    private void keepLooking() {
        if (stopped) {
            return;
        }
        look().onComplete(result -> {
            if (result.failed()) {
                silence.missed()
                        .ifPresent(since -> LOG.warnf(
                                "for %d s it could not be read what ended, so signed-out sessions and revoked keys"
                                        + " go on: %s",
                                since.toSeconds(), result.cause().getMessage()));
            } else if (silence.over()) {
                LOG.info("what ended can be read again");
            }
            vertx.setTimer(Math.max(1, every.toMillis()), timer -> keepLooking());
        });
    }
}
