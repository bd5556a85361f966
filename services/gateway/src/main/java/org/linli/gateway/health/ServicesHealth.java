package org.linli.gateway.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.linli.gateway.Fetch;
import org.linli.gateway.GatewayConfiguration;
import org.linli.gateway.route.Service;

/**
 * Names the state of each service. A service that is away is a reason to look, not to take the gateway out of
 * service: the others still answer.
 */
@Readiness
@ApplicationScoped
class ServicesHealth implements AsyncHealthCheck {

    private static final Duration WITHIN = Duration.ofMillis(1_500);

    /** Asking us often must not become asking everybody often. */
    private static final long GOOD_FOR_NANOS = Duration.ofSeconds(1).toNanos();

    private final Fetch fetch;
    private final Map<Service, URI> addresses = new EnumMap<>(Service.class);
    private final AtomicReference<Answer> last = new AtomicReference<>();

    ServicesHealth(Fetch fetch, GatewayConfiguration configuration) {
        this.fetch = fetch;
        for (Service service : Service.values()) {
            addresses.put(service, service.address(configuration.services()).resolve("/q/health/ready"));
        }
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom().completionStage(() -> recent().toCompletionStage());
    }

    private Future<HealthCheckResponse> recent() {
        Answer answer = last.get();
        if (answer != null && System.nanoTime() - answer.askedNanos < GOOD_FOR_NANOS) {
            return answer.response;
        }
        List<Future<String>> states =
                Arrays.stream(Service.values()).map(this::state).toList();
        Answer asked = new Answer(System.nanoTime(), Future.all(states).map(all -> response(states)));
        last.set(asked);
        return asked.response;
    }

    private Future<String> state(Service service) {
        return fetch.status(addresses.get(service), WITHIN)
                .map(status -> status == 200 ? "ready" : "not ready")
                .otherwise("away");
    }

    private static HealthCheckResponse response(List<Future<String>> states) {
        var response = HealthCheckResponse.named("services").up();
        boolean allReady = states.stream().allMatch(state -> state.result().equals("ready"));
        response.withData("state", allReady ? "all ready" : "degraded");
        for (Service service : Service.values()) {
            response.withData(service.label(), states.get(service.ordinal()).result());
        }
        return response.build();
    }

    private record Answer(long askedNanos, Future<HealthCheckResponse> response) {}
}
