package org.linli.cli;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.linli.cli.story.DemoDistrict;

/**
 * {@code ./linli test --browser URL}: a resident of a demo in containers signs in with Chromium, reads and signs out.
 * What happens in the browser stands in {@code DemoInBrowserTest} of the gateway; here is what comes before.
 */
final class BrowserTrial {
    private static final String PERSONA = "resident";
    private static final String REQUESTS = "/api/v1/requests";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Map<String, Object> ORDER = Map.of(
            "category",
            "MEALS",
            "description",
            "演示:送一份午饭",
            "place",
            Map.of("address", "演示小区 8 栋", "longitude", DemoDistrict.LONGITUDE, "latitude", DemoDistrict.LATITUDE));

    private final Elsewhere demo;
    private final Workplace workplace;

    BrowserTrial(URI gateway) {
        this.workplace = Workplace.here().elsewhere(gateway);
        this.demo = workplace.elsewhere().orElseThrow();
    }

    /** The people of the demo, one of whom has asked for help and was told so. */
    List<String> prepare() {
        List<String> loaded = new DemoData(workplace).load();
        GatewayClient resident = workplace.gatewayAs(PERSONA);
        // who was registered a moment ago may not be known everywhere yet
        boolean asked = Waiting.until(
                () -> has(resident, REQUESTS + "?mine=true")
                        || resident.post(REQUESTS, ORDER).status() == 201,
                PATIENCE,
                LOOK);
        if (!asked || !Waiting.until(() -> has(resident, "/api/v1/inbox"), PATIENCE, LOOK)) {
            throw new Refusal("The resident of the demo could not ask for help.");
        }
        return loaded;
    }

    private static boolean has(GatewayClient somebody, String list) {
        return !somebody.get(list).expectSuccess().body().path("items").isEmpty();
    }

    /** What Maven is to do. */
    List<String> build() {
        return List.of("test", "-pl", "services/gateway", "-Dtest=DemoInBrowserTest");
    }

    /** What the test must know. The password is the secret that the demo handed over. */
    Map<String, String> environment() {
        return Map.of(
                "LINLI_BROWSER_GATEWAY",
                demo.gateway().toString(),
                "LINLI_BROWSER_ISSUER",
                demo.issuer(),
                "LINLI_BROWSER_PERSON",
                PERSONA,
                "LINLI_BROWSER_PASSWORD",
                demo.secret());
    }
}
