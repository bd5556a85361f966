package org.linli.gateway.key;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.linli.gateway.Fetch;
import org.linli.gateway.GatewayConfiguration;
import org.linli.gateway.call.Call;
import org.linli.gateway.limit.Kind;
import org.linli.gateway.limit.RateLimits;
import org.linli.gateway.session.Endings;

/**
 * Changes API keys for the tokens that services accept. What registration said of a key is remembered, under its
 * SHA-256, as long as the token lasts; a revoked one is heard of within a second.
 */
@ApplicationScoped
public class KeyCheck {

    /** Where a key is shown. Services never see it. */
    public static final String HEADER = "X-API-Key";

    private static final Logger LOG = Logger.getLogger(KeyCheck.class);
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int LONGEST_KEY = 200;
    private static final int GOOD = 200;
    private static final int BAD = 401;

    private final Fetch fetch;
    private final Endings endings;
    private final RateLimits rates;
    private final URI address;
    private final Cache<String, KeyVerdict.Good> remembered;

    KeyCheck(Fetch fetch, Endings endings, RateLimits rates, GatewayConfiguration configuration) {
        this.fetch = fetch;
        this.endings = endings;
        this.rates = rates;
        this.address = configuration.services().registration().resolve("/gateway/api-keys/worth");
        this.remembered = Caffeine.newBuilder()
                .expireAfterWrite(LONGEST)
                .maximumSize(configuration.tokens().remembered())
                .build();
    }

    /** The verdict on the key that a call shows. */
    public Future<KeyVerdict> check(Call call) {
        List<String> shown = call.request().headers().getAll(HEADER);
        // Together with another credential it would be unclear who calls.
        boolean clear = shown.size() == 1
                && shown.getFirst().length() <= LONGEST_KEY
                && !call.request().headers().contains("Authorization");
        if (!clear) {
            return Future.succeededFuture(new KeyVerdict.Bad());
        }
        String fingerprint = fingerprint(shown.getFirst());
        KeyVerdict.Good known = remembered.getIfPresent(fingerprint);
        if (known != null && endings.include(known.id())) {
            return Future.succeededFuture(new KeyVerdict.Bad());
        }
        if (known != null && Instant.now().isBefore(known.until())) {
            return Future.succeededFuture(known);
        }
        if (!rates.allow(call, call.origin().client(), Kind.SIGN_IN)) {
            return Future.succeededFuture(new KeyVerdict.TooOften());
        }
        return ask(shown.getFirst(), fingerprint);
    }

    private Future<KeyVerdict> ask(String key, String fingerprint) {
        return fetch.post(address, Map.of(HEADER, key), Buffer.buffer(), WITHIN)
                .map(answer -> switch (answer.status()) {
                    case GOOD -> remember(fingerprint, answer.body().toJsonObject());
                    case BAD -> new KeyVerdict.Bad();
                    default -> new KeyVerdict.Unknown();
                })
                .otherwise(failure -> {
                    LOG.warnf("keys cannot be looked at: %s", failure.getMessage());
                    return new KeyVerdict.Unknown();
                });
    }

    private KeyVerdict remember(String fingerprint, JsonObject worth) {
        Set<String> resources =
                worth.getJsonArray("resources").stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
        KeyVerdict.Good good = new KeyVerdict.Good(
                UUID.fromString(worth.getString("id")),
                worth.getString("token"),
                resources,
                worth.getBoolean("mayWrite"),
                worth.getInteger("perMinute"),
                Instant.now().plusSeconds(worth.getLong("seconds")));
        remembered.put(fingerprint, good);
        return good;
    }

    private static String fingerprint(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
