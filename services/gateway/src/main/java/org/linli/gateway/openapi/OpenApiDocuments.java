package org.linli.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.linli.gateway.Fetch;
import org.linli.gateway.GatewayConfiguration;
import org.linli.gateway.route.Service;

/**
 * The merged OpenAPI, asked of the services when somebody wants it and the last answer is old. A service that is away
 * is described as it last described itself; one that was never reached is named as missing.
 */
@ApplicationScoped
class OpenApiDocuments {

    private static final Logger LOG = Logger.getLogger(OpenApiDocuments.class);
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    /** How long an incomplete document is served before we ask again. */
    private static final long INCOMPLETE_NANOS = Duration.ofSeconds(2).toNanos();

    private final Vertx vertx;
    private final Fetch fetch;
    private final ObjectMapper json;
    private final ObjectMapper yaml = new YAMLMapper(YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build());
    private final GatewayConfiguration configuration;
    private final Map<Service, ObjectNode> lastKnown = new ConcurrentHashMap<>();
    private final AtomicReference<Attempt> last = new AtomicReference<>();

    OpenApiDocuments(Vertx vertx, Fetch fetch, ObjectMapper json, GatewayConfiguration configuration) {
        this.vertx = vertx;
        this.fetch = fetch;
        this.json = json;
        this.configuration = configuration;
    }

    /** The document in both notations. */
    record Merged(Buffer json, Buffer yaml, boolean isComplete) {}

    private record Attempt(long startedNanos, Future<Merged> merged) {}

    Future<Merged> current() {
        Attempt attempt = last.get();
        if (attempt != null && isFresh(attempt)) {
            return attempt.merged;
        }
        Attempt next = new Attempt(System.nanoTime(), ask());
        last.set(next);
        return next.merged;
    }

    private boolean isFresh(Attempt attempt) {
        if (!attempt.merged.isComplete()) {
            return true;
        }
        boolean complete = attempt.merged.succeeded() && attempt.merged.result().isComplete();
        long goodFor = complete ? configuration.openapiRefresh().toNanos() : INCOMPLETE_NANOS;
        return System.nanoTime() - attempt.startedNanos < goodFor;
    }

    private Future<Merged> ask() {
        List<Future<Boolean>> answers =
                Arrays.stream(Service.values()).map(this::ask).toList();
        return Future.all(answers)
                .compose(all -> vertx.executeBlocking(() -> {
                    boolean complete = answers.stream().allMatch(Future::result);
                    return merge(complete);
                }));
    }

    /** Asks one service; false if it did not answer. */
    private Future<Boolean> ask(Service service) {
        URI address = service.address(configuration.services()).resolve("/q/openapi?format=json");
        return fetch.document(address, WITHIN, MOST_BYTES)
                .map(document -> {
                    lastKnown.put(service, read(document));
                    return true;
                })
                .otherwise(failure -> {
                    LOG.warnf("no OpenAPI of %s: %s", service.label(), failure.getMessage());
                    return false;
                });
    }

    private ObjectNode read(Buffer document) {
        try {
            return json.readValue(document.getBytes(), ObjectNode.class);
        } catch (java.io.IOException unreadable) {
            throw new IllegalStateException("not an OpenAPI document", unreadable);
        }
    }

    private Merged merge(boolean complete) throws JsonProcessingException {
        EnumMap<Service, ObjectNode> known = new EnumMap<>(Service.class);
        known.putAll(lastKnown);
        ObjectNode merged = OpenApiMerge.merge(known);
        return new Merged(
                Buffer.buffer(json.writeValueAsBytes(merged)), Buffer.buffer(yaml.writeValueAsBytes(merged)), complete);
    }
}
