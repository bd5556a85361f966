package org.linli.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Everything around the gateway: four services and an issuer, on ports of their own. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    private final Map<String, StubService> services = new TreeMap<>();
    private Vertx vertx;
    private StubIssuer issuer;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        try {
            issuer = new StubIssuer(vertx);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        Map<String, String> settings = new HashMap<>();
        for (var resource : Map.of(
                        "registration", "volunteers",
                        "activity", "requests",
                        "points", "passbooks",
                        "notification", "inbox")
                .entrySet()) {
            String name = resource.getKey();
            services.put(name, new StubService(vertx, name, openapi(name, resource.getValue())));
            settings.put("linli.gateway.services." + name, services.get(name).address());
        }
        settings.put("linli.gateway.tokens.issuer", issuer.issuer());
        settings.put("linli.gateway.tokens.keys-retry", "100ms");
        settings.put("linli.gateway.sign-in.endings-every", "200ms");
        settings.put("linli.gateway.sign-in.early", "1s");
        settings.put("linli.gateway.rates.sign-in.per-minute", "2000");
        settings.put("linli.gateway.rates.sign-in.burst", "2000");
        settings.put("linli.gateway.breakers.failures", "5");
        settings.put("linli.gateway.limits.together", "40");
        settings.put("linli.gateway.limits.time", "2s");
        settings.put("linli.gateway.limits.body", "64K");
        settings.put("linli.gateway.limits.bodies.\"divisions/import\"", "256K");
        settings.put("linli.gateway.cors-origins", "https://portal.example");
        return settings;
    }

    @Override
    public void stop() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Surroundings.class));
    }

    public StubIssuer issuer() {
        return issuer;
    }

    public StubService service(String name) {
        return services.get(name);
    }

    private static JsonObject openapi(String service, String resource) {
        JsonObject answer = new JsonObject()
                .put("200", new JsonObject().put("description", "ok"))
                .put("400", new JsonObject().put("$ref", "#/components/responses/Refused"));
        JsonObject operation = new JsonObject()
                .put("operationId", "list")
                .put("security", new JsonArray().add(new JsonObject().put("oidc", new JsonArray())))
                .put("responses", answer);
        JsonObject schemas = new JsonObject()
                .put("Problem", new JsonObject().put("type", "object"))
                .put("Item", new JsonObject().put("title", "Item of " + service));
        return new JsonObject()
                .put("openapi", "3.1.0")
                .put(
                        "paths",
                        new JsonObject()
                                .put("/api/v1/" + resource, new JsonObject().put("get", operation))
                                .put("/q/internal", new JsonObject().put("get", operation)))
                .put("components", new JsonObject().put("schemas", schemas));
    }
}
