package org.linli.cli.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.linli.cli.GatewayClient;

/** Reads a list of the API to its end. */
final class Lists {
    private Lists() {}

    /** The items of all pages, in the order in which they come. */
    static List<JsonNode> all(GatewayClient api, String path) {
        String first = path + (path.contains("?") ? "&" : "?") + "limit=200";
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        do {
            String after = next.isEmpty() ? "" : "&after=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
            JsonNode page = api.get(first + after).expect(200).body();
            page.path("items").forEach(items::add);
            next = page.path("next").asText("");
        } while (!next.isEmpty());
        return items;
    }
}
