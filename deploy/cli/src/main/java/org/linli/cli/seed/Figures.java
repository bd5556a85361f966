package org.linli.cli.seed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.linli.cli.GatewayClient;

/** Reads the figures that the plan speaks of from the statistics of registration and activity, by name. */
final class Figures {
    static final String CITY = "530100000000";

    private static final String PEOPLE = "/api/v1/statistics/volunteers";
    private static final String SERVICE = "/api/v1/statistics/service";

    private final GatewayClient operator;
    private final int year;

    Figures(GatewayClient operator, int year) {
        this.operator = operator;
        this.year = year;
    }

    /** All figures as they are now. */
    Map<String, Long> now() {
        Map<String, Long> figures = new TreeMap<>();
        people(figures, "city", get(PEOPLE + "?division=" + CITY));
        service(figures, "city", get(SERVICE + "?division=" + CITY));
        service(figures, "city " + (year - 1), get(SERVICE + "?division=" + CITY + "&period=" + (year - 1)));
        service(figures, "city " + year, get(SERVICE + "?division=" + CITY + "&period=" + year));
        for (JsonNode district :
                get(PEOPLE + "/by-division?limit=200&division=" + CITY).path("items")) {
            people(figures, district.path("division").asText().substring(0, 6), district);
        }
        for (JsonNode district :
                get(SERVICE + "/by-division?limit=200&division=" + CITY).path("items")) {
            service(figures, district.path("division").asText().substring(0, 6), district);
        }
        return figures;
    }

    /** How many communities no station serves; 200 may stand for more. */
    long uncovered() {
        return get("/api/v1/stations/coverage?limit=200&below=" + CITY)
                .path("items")
                .size();
    }

    /** The residents recorded for the city; 0 if none are. */
    long residents() {
        return get(PEOPLE + "?division=" + CITY).path("residents").asLong(0);
    }

    private static void people(Map<String, Long> figures, String where, JsonNode answer) {
        figures.put(where + ": registered", answer.path("registered").asLong());
        figures.put(where + ": active", answer.path("active").asLong());
        figures.put(where + ": with hours", answer.path("withHours").asLong());
        figures.put(where + ": minutes of its people", answer.path("minutes").asLong());
        figures.put(where + ": stations", answer.path("stations").asLong());
    }

    private static void service(Map<String, Long> figures, String where, JsonNode answer) {
        figures.put(where + ": records", answer.path("records").asLong());
        figures.put(where + ": minutes served", answer.path("minutes").asLong());
        figures.put(where + ": people who served", answer.path("volunteers").asLong());
    }

    private JsonNode get(String path) {
        return Postman.untilAnswered(() -> operator.get(path)).expectSuccess().body();
    }
}
