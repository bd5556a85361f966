package org.linli.gateway.token;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.linli.gateway.Fetch;
import org.linli.gateway.GatewayConfiguration;

/**
 * The issuer's public keys, fetched in the background: the gateway starts without them, keeps the last good set when
 * the issuer is away, and looks again when a token names a key it does not know.
 */
@ApplicationScoped
public class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final Duration FETCH_TIME = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 256 * 1024;

    private final Vertx vertx;
    private final Fetch fetch;
    private final GatewayConfiguration.Tokens tokens;
    private final AtomicReference<KeySet> current = new AtomicReference<>();
    private final AtomicReference<Future<KeySet>> running = new AtomicReference<>();
    private volatile long lastFetchNanos;
    private volatile boolean stopped;

    SigningKeys(Vertx vertx, Fetch fetch, GatewayConfiguration configuration) {
        this.vertx = vertx;
        this.fetch = fetch;
        this.tokens = configuration.tokens();
    }

    /**
     * One fetched set.
     *
     * @param content the keys as text, to see whether a later set differs
     * @param signature checks tokens against them
     */
    record KeySet(Set<String> content, TokenSignature signature) {}

    void start(@Observes StartupEvent started) {
        keepFetching();
    }

    void stop(@Observes ShutdownEvent ended) {
        stopped = true;
    }

    /** The keys in force, null as long as the issuer has never been reached. */
    KeySet current() {
        return current.get();
    }

    public boolean areKnown() {
        return current.get() != null;
    }

    /** The keys after a new look at the issuer, or after the last look if that was a moment ago. */
    Future<KeySet> lookAgain() {
        boolean recent = System.nanoTime() - lastFetchNanos < tokens.keysRetry().toNanos();
        Future<KeySet> inFlight = running.get();
        if (inFlight != null && (recent || !inFlight.isComplete())) {
            return inFlight;
        }
        return fetchNow();
    }

    private void keepFetching() {
        if (stopped) {
            return;
        }
        fetchNow().onComplete(result -> {
            Duration pause = result.succeeded() ? tokens.keysRefresh() : tokens.keysRetry();
            vertx.setTimer(pause.toMillis(), timer -> keepFetching());
        });
    }

    private Future<KeySet> fetchNow() {
        lastFetchNanos = System.nanoTime();
        Future<KeySet> fetched = keysAddress()
                .compose(address -> fetch.document(address, FETCH_TIME, MOST_BYTES))
                .map(document -> accept(read(document)))
                .onFailure(failure -> LOG.warnf("the issuer's keys could not be read: %s", failure.getMessage()));
        running.set(fetched);
        return fetched;
    }

    private KeySet accept(KeySet fetched) {
        KeySet before = current.get();
        // The same keys keep the same object, by which remembered tokens know that they still count.
        if (before == null || !before.content.equals(fetched.content)) {
            current.set(fetched);
            LOG.infof("%d signing keys of %s", fetched.content.size(), tokens.issuer());
        }
        return current.get();
    }

    private Future<URI> keysAddress() {
        if (tokens.keysUrl().isPresent()) {
            return Future.succeededFuture(tokens.keysUrl().get());
        }
        String issuer = tokens.issuer().toString();
        String reached = tokens.inside().orElse(tokens.issuer()).toString();
        String base = reached.endsWith("/") ? reached.substring(0, reached.length() - 1) : reached;
        return fetch.document(URI.create(base + "/.well-known/openid-configuration"), FETCH_TIME, MOST_BYTES)
                .map(document -> keysAddressIn(document, issuer));
    }

    /** OpenID Connect Discovery 1.0, section 4.3: a document that names another issuer must not be used. */
    private static URI keysAddressIn(Buffer document, String issuer) {
        JsonObject discovery = document.toJsonObject();
        if (!issuer.equals(discovery.getString("issuer"))) {
            throw new IllegalStateException("discovery names the issuer " + discovery.getString("issuer"));
        }
        return URI.create(discovery.getString("jwks_uri"));
    }

    private KeySet read(Buffer document) {
        try {
            List<JsonWebKey> keys = new JsonWebKeySet(document.toString()).getJsonWebKeys();
            if (keys.isEmpty()) {
                throw new IllegalStateException("no keys in the set");
            }
            Set<String> content = new HashSet<>();
            keys.forEach(key -> content.add(key.toJson()));
            int skew = (int) tokens.clockSkew().toSeconds();
            return new KeySet(
                    Set.copyOf(content),
                    new TokenSignature(keys, tokens.issuer().toString(), tokens.audience(), skew));
        } catch (JoseException unreadable) {
            throw new IllegalStateException("not a key set", unreadable);
        }
    }
}
