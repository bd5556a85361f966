package org.linli.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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

    /** As long as anything that ended could count otherwise. */
    private static final Duration KEPT = Duration.ofDays(2);

    private final Vertx vertx;
    private final Fetch fetch;
    private final URI address;
    private final Duration every;
    private final Cache<UUID, Boolean> ended =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build();
    private final Map<UUID, Set<Call>> streams = new ConcurrentHashMap<>();
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
        return ended.getIfPresent(id) != null;
    }

    /** Looks now, so that whoever just ended something here finds it ended. */
    public Future<Void> look() {
        long since = Math.max(0, heardUntil.get() - OVERLAP_MILLISECONDS);
        return fetch.document(address.resolve("/gateway/endings?since=" + since), WITHIN, MOST_BYTES)
                .map(document -> {
                    JsonObject heard = document.toJsonObject();
                    heard.getJsonArray("sessions", new JsonArray())
                            .forEach(session -> take(((JsonObject) session).getString("id")));
                    heard.getJsonArray("keys", new JsonArray()).forEach(key -> take((String) key));
                    heardUntil.accumulateAndGet(heard.getLong("asOf"), Math::max);
                    return null;
                });
    }

    /** Cuts the answer of a call, which may last for hours, as soon as the session or key ends. */
    public void watch(UUID id, Call call) {
        streams.computeIfAbsent(id, key -> ConcurrentHashMap.newKeySet()).add(call);
        call.routing()
                .addEndHandler(over -> streams.computeIfPresent(id, (key, calls) -> {
                    calls.remove(call);
                    return calls.isEmpty() ? null : calls;
                }));
        if (include(id)) {
            cut(id);
        }
    }

    private void take(String text) {
        UUID id = UUID.fromString(text);
        if (ended.asMap().putIfAbsent(id, true) == null) {
            cut(id);
        }
    }

    private void cut(UUID id) {
        streams.getOrDefault(id, Set.of())
                .forEach(call -> call.request().connection().close());
    }

    private void keepLooking() {
        if (stopped) {
            return;
        }
        look().onComplete(result -> {
            if (result.failed()) {
                LOG.debugf("what ended could not be read: %s", result.cause().getMessage());
            }
            vertx.setTimer(Math.max(1, every.toMillis()), timer -> keepLooking());
        });
    }
}
