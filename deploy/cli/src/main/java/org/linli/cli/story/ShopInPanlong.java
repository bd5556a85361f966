package org.linli.cli.story;

import static org.linli.cli.story.Chronicle.hears;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.linli.cli.Answer;
import org.linli.cli.GatewayClient;
import org.linli.cli.LocalClock;
import org.linli.cli.Refusal;
import org.linli.cli.Workplace;

/**
 * What points buy (积分兑换): a partner shop joins and gets a till, the volunteer of the day fetches one thing with a code,
 * and does not fetch another, whose points return. The volunteer must have earned something before.
 */
final class ShopInPanlong {
    private static final long PRICE = 100;
    /** Longer than what was set aside waits to be fetched. */
    private static final Duration TOO_LONG = Duration.ofHours(73);

    private final Workplace workplace;
    private final Cast cast;
    private final Chronicle chronicle;
    private final LocalClock clock;

    ShopInPanlong(Workplace workplace, Cast cast, Chronicle chronicle) {
        this.workplace = workplace;
        this.cast = cast;
        this.chronicle = chronicle;
        this.clock = new LocalClock(workplace.kafka());
    }

    void play() {
        GatewayClient keeper = workplace.gatewayAsSubject("story-" + UUID.randomUUID() + "-shop");
        try (Player shop = new Player("shop", keeper, new Listener(keeper), null)) {
            String merchant = join(shop);
            String offer = offer(merchant);
            fetch(shop, merchant, offer);
            forget(shop, merchant, offer);
        }
    }

    private String join(Player shop) {
        String account = shop.api().get("/api/v1/me").expectSuccess().text("accountId");
        chronicle.step(
                cast.station(),
                "lets the shop's sign-in stand at tills of the community",
                () -> cast.station()
                        .api()
                        .post(
                                "/api/v1/role-grants",
                                Map.of(
                                        "holder",
                                        Map.of("accountId", account),
                                        "role",
                                        "MERCHANT",
                                        "division",
                                        DemoDistrict.COMMUNITY)));
        String merchant = chronicle
                .step(
                        cast.station(),
                        "enters a partner shop",
                        () -> cast.station()
                                .api()
                                .post(
                                        "/api/v1/merchants",
                                        Map.of("name", "演示:豆花米线店", "division", DemoDistrict.COMMUNITY)))
                .text("id");
        String code = cast.station()
                .api()
                .post("/api/v1/merchants/" + merchant + "/till-code", null)
                .expectSuccess()
                .text("code");
        chronicle.step(
                shop,
                "opens its till with the one-time code",
                () -> Patience.untilKnown(
                        () -> shop.api().post("/api/v1/merchants/" + merchant + "/till-link", Map.of("code", code)),
                        "forbidden"));
        return merchant;
    }

    private String offer(String merchant) {
        LocalDate today = LocalDate.now();
        Map<String, Object> terms = Map.of(
                "title",
                "演示:豆花米线一碗",
                "unit",
                "POINTS",
                "price",
                PRICE,
                "stock",
                5,
                "perPerson",
                3,
                "validFrom",
                today.minusDays(1).toString(),
                "validUntil",
                today.plusYears(2).toString());
        String offer = chronicle
                .step(
                        cast.station(),
                        "publishes what the shop gives for a point",
                        () -> cast.station()
                                .api()
                                .post("/api/v1/offers", Map.of("merchantId", merchant, "terms", terms)))
                .text("id");
        Answer shown = chronicle.step(
                cast.second(),
                "looks what points buy at home",
                () -> cast.second().api().get("/api/v1/offers?merchantId=" + merchant));
        chronicle.check("The offers of the shop", 1, shown.body().path("items").size());
        return offer;
    }

    private void fetch(Player shop, String merchant, String offer) {
        long before = balance();
        Answer held = redeem(shop, offer);
        Answer seen = chronicle.step(
                shop,
                "looks what the code is for",
                () -> shop.api().post(till(merchant, "verification"), Map.of("code", held.text("code"))));
        chronicle.check("What the till sees", held.text("id"), seen.text("id"));
        chronicle.step(
                shop,
                "hands it over for the code",
                () -> shop.api().post(till(merchant, "fulfilment"), Map.of("code", held.text("code"))),
                hears(cast.second(), "redemption-fulfilled"),
                hears(shop, "redemption-handed-over"));
        Answer again = shop.api().post(till(merchant, "fulfilment"), Map.of("code", held.text("link")));
        chronicle.check("The code for a second time", "code-already-used", again.code());
        chronicle.check("The balance afterwards", before - PRICE, balance());
        JsonNode payable = shop.api()
                .get("/api/v1/merchants/" + merchant + "/payable")
                .expectSuccess()
                .body()
                .path("items");
        chronicle.check(
                "What the shop is owed", PRICE, payable.get(0).path("balance").asLong());
    }

    private void forget(Player shop, String merchant, String offer) {
        long before = balance();
        Answer held = redeem(shop, offer);
        chronicle.check("The balance while it waits", before - PRICE, balance());
        chronicle.becomes("clock", "moves three days forward, and nobody fetches it", () -> {
            long since = System.nanoTime();
            clock.advance(TOO_LONG);
            cast.second().inbox().await(cast.second().name(), "redemption-lapsed", since);
            shop.inbox().await(shop.name(), "redemption-lapsed-till", since);
        });
        chronicle.check("The balance when it has lapsed", before, balance());
        Answer late = shop.api().post(till(merchant, "fulfilment"), Map.of("code", held.text("link")));
        chronicle.check("The code when it has lapsed", "code-lapsed", late.code());
        Answer left = cast.second().api().get("/api/v1/offers/" + offer).expectSuccess();
        chronicle.check("What is left of the offer", 4, left.body().path("left").asInt());
    }

    private Answer redeem(Player shop, String offer) {
        Answer held = chronicle.step(
                cast.second(),
                "sets a point aside and gets a code",
                () -> Patience.untilKnown(
                        () -> cast.second().api().post("/api/v1/redemptions", Map.of("offerId", offer))),
                hears(cast.second(), "redemption-held"),
                hears(shop, "redemption-to-hand-over"));
        if (!held.text("code").matches("\\d{6}")) {
            throw new Refusal("The code of the redemption is not six digits.");
        }
        return held;
    }

    private long balance() {
        return cast.second()
                .api()
                .get("/api/v1/passbooks/" + cast.second().id())
                .expectSuccess()
                .body()
                .path("balance")
                .asLong();
    }

    private static String till(String merchant, String act) {
        return "/api/v1/merchants/" + merchant + "/" + act;
    }
}
