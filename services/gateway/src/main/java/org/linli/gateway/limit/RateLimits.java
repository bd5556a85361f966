package org.linli.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.linli.gateway.GatewayConfiguration;
import org.linli.gateway.call.Call;
import org.linli.gateway.problem.Problem;
import org.linli.gateway.problem.ProblemCode;

/**
 * Counts what each client takes, in a bucket for each kind of call that fills up steadily. Each gateway counts for
 * itself: with several of them a client that is spread over all gets several times as much.
 */
@ApplicationScoped
public class RateLimits {

    /** A bucket that nobody used for so long is full again, and forgotten. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final Cache<Owner, Bucket> buckets;
    private final Map<Kind, GatewayConfiguration.Rate> rates = new EnumMap<>(Kind.class);

    RateLimits(GatewayConfiguration configuration) {
        var limits = configuration.rates();
        rates.put(Kind.READ, limits.read());
        rates.put(Kind.WRITE, limits.write());
        rates.put(Kind.SIGN_IN, limits.signIn());
        rates.put(Kind.OPEN, limits.open());
        buckets = Caffeine.newBuilder()
                .expireAfterAccess(FORGOTTEN)
                .maximumSize(limits.clients())
                .build();
    }

    private record Owner(Client client, Kind kind) {}

    /**
     * Takes one call out of the client's bucket. The answer's headers tell what is left
     * (draft-ietf-httpapi-ratelimit-headers).
     *
     * @return false if there was nothing left, and the call was refused
     */
    public boolean allow(Call call, Client client, Kind kind) {
        Kind counted = client.perMinute() > 0 ? Kind.READ : kind;
        Bucket bucket = buckets.get(new Owner(client, counted), owner -> bucket(client, counted));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        String policy = client.perMinute() > 0 ? "key" : kind.label();
        long most =
                client.perMinute() > 0 ? client.perMinute() : rates.get(kind).burst();
        MultiMap headers = call.response().headers();
        headers.set("RateLimit-Policy", "\"" + policy + "\";q=" + most + ";w=" + window(client, kind));
        headers.set(
                "RateLimit",
                "\"" + policy + "\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            call.refuse(Problem.of(ProblemCode.TOO_MANY_REQUESTS)
                    .naming(most + "/" + window(client, kind) + "s")
                    .retryAfter((int) Math.max(1, seconds(probe.getNanosToWaitForRefill()))));
        }
        return probe.isConsumed();
    }

    private Bucket bucket(Client client, Kind kind) {
        GatewayConfiguration.Rate rate = rates.get(kind);
        Bandwidth bandwidth = client.perMinute() > 0
                ? Bandwidth.builder()
                        .capacity(client.perMinute())
                        .refillGreedy(client.perMinute(), Duration.ofMinutes(1))
                        .build()
                : Bandwidth.builder()
                        .capacity(rate.burst())
                        .refillGreedy(rate.perMinute(), Duration.ofMinutes(1))
                        .build();
        return Bucket.builder().addLimit(bandwidth).build();
    }

    /** In how many seconds an empty bucket is full. */
    private long window(Client client, Kind kind) {
        GatewayConfiguration.Rate rate = rates.get(kind);
        return client.perMinute() > 0 ? 60 : Math.max(1, rate.burst() * 60L / rate.perMinute());
    }

    private static long seconds(long nanos) {
        return (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
    }
}
