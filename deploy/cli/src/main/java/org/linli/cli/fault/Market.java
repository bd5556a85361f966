package org.linli.cli.fault;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.linli.cli.story.DemoDistrict;

/** Two partner shops with a till each: one gives something of which there is little, one gives plenty. */
record Market(List<Offer> offers) {
    /** Hundredths; no more than the points for a minute of service. */
    static final long PRICE = 2;

    private static final int LITTLE = 25;
    private static final int PLENTY = 1_000_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    Market {
        offers = List.copyOf(offers);
    }

    /**
     * Something to be had for points.
     *
     * @param till who stands at the till of its shop
     */
    record Offer(String id, String merchant, Person till, int stock) {}

    /** The station enters the shops, and each opens its till. */
    static Market open(Person station, Function<String, Person> newcomers) {
        return new Market(List.of(
                shop(station, newcomers.apply("fault-shop-1"), LITTLE),
                shop(station, newcomers.apply("fault-shop-2"), PLENTY)));
    }

    private static Offer shop(Person station, Person till, int stock) {
        String account = till.api().get("/api/v1/me").expectSuccess().text("accountId");
        Map<String, Object> grant =
                Map.of("holder", Map.of("accountId", account), "role", "MERCHANT", "division", DemoDistrict.COMMUNITY);
        station.api().post("/api/v1/role-grants", grant).expectSuccess();
        Map<String, Object> entry = Map.of("name", "演示:" + till.name(), "division", DemoDistrict.COMMUNITY);
        String merchant = station.api()
                .postAsNewcomer("/api/v1/merchants", entry, "forbidden", "division-unknown")
                .text("id");
        String code = station.api()
                .post("/api/v1/merchants/" + merchant + "/till-code", null)
                .expectSuccess()
                .text("code");
        till.api().postAsNewcomer("/api/v1/merchants/" + merchant + "/till-link", Map.of("code", code), "forbidden");
        Map<String, Object> offer = Map.of("merchantId", merchant, "terms", terms(stock));
        String id = station.api().post("/api/v1/offers", offer).expectSuccess().text("id");
        return new Offer(id, merchant, till, stock);
    }

    private static Map<String, Object> terms(int stock) {
        LocalDate today = LocalDate.now(ZONE);
        return Map.of(
                "title",
                "演示:豆花米线一碗",
                "unit",
                "POINTS",
                "price",
                PRICE,
                "stock",
                stock,
                "validFrom",
                today.minusDays(1).toString(),
                "validUntil",
                today.plusYears(1).toString());
    }

    /** Everybody who stands at a till. */
    List<Person> tills() {
        return offers.stream().map(Offer::till).toList();
    }
}
