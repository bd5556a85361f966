package org.linli.points;

import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.linli.contracts.Role;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;

/** A call that succeeds for every operation around shops, offers and redemptions. */
final class MarketSamples {
    private static final Map<String, String> REASON = Map.of("reason", "门店装修");

    private final Surroundings surroundings;

    private MarketSamples(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static Map<String, Supplier<Sample>> all(Surroundings surroundings) {
        MarketSamples samples = new MarketSamples(surroundings);
        return Map.ofEntries(
                Map.entry("POST /api/v1/merchants", samples::joining),
                Map.entry("GET /api/v1/merchants", () -> samples.anyone("/api/v1/merchants")),
                Map.entry("GET /api/v1/merchants/{id}", () -> samples.merchant("")),
                Map.entry("GET /api/v1/merchants/{id}/payable", () -> samples.merchant("/payable")),
                Map.entry("GET /api/v1/merchants/{id}/tills", () -> samples.merchant("/tills")),
                Map.entry("PUT /api/v1/merchants/{id}", samples::renaming),
                Map.entry("POST /api/v1/merchants/{id}/suspension", () -> samples.merchant("/suspension", REASON)),
                Map.entry("POST /api/v1/merchants/{id}/resumption", samples::resumption),
                Map.entry("POST /api/v1/merchants/{id}/departure", () -> samples.merchant("/departure", REASON)),
                Map.entry("POST /api/v1/merchants/{id}/till-code", () -> samples.merchant("/till-code")),
                Map.entry("POST /api/v1/merchants/{id}/till-link", samples::link),
                Map.entry("DELETE /api/v1/merchants/{id}/tills/{tillId}", samples::closing),
                Map.entry("POST /api/v1/merchants/{id}/verification", () -> samples.atTill("/verification")),
                Map.entry("GET /api/v1/merchants/{id}/redemptions", () -> samples.merchant("/redemptions")),
                Map.entry("POST /api/v1/merchants/{id}/fulfilment", () -> samples.atTill("/fulfilment")),
                Map.entry("POST /api/v1/offers", samples::publication),
                Map.entry("GET /api/v1/offers", () -> samples.anyone("/api/v1/offers")),
                Map.entry("GET /api/v1/offers/{id}", () -> samples.offer("")),
                Map.entry("PUT /api/v1/offers/{id}", samples::change),
                Map.entry("POST /api/v1/offers/{id}/withdrawal", () -> samples.offer("/withdrawal")),
                Map.entry("POST /api/v1/offers/{id}/invitations", samples::invitation),
                Map.entry("POST /api/v1/redemptions", samples::wish),
                Map.entry("GET /api/v1/redemptions", samples::mine),
                Map.entry("GET /api/v1/redemptions/{id}", () -> samples.redemption("")),
                Map.entry("POST /api/v1/redemptions/{id}/cancellation", () -> samples.redemption("/cancellation")));
    }

    private Town town() {
        return new Town(surroundings);
    }

    private Sample invitation() {
        Town town = town();
        Market market = new Market(town);
        UUID offer = market.offer(market.merchant(), 100, 10, Map.of("byInvitation", true));
        return Sample.of(
                "/api/v1/offers/" + offer + "/invitations",
                Map.of("minimumBalance", 100_000, "most", 10),
                town.official(Role.DISTRICT_ADMINISTRATOR));
    }

    private Sample anyone(String path) {
        return Sample.of(path, surroundings.issuer().tokenFor(Surroundings.anyone()));
    }

    private Sample joining() {
        Town town = town();
        return Sample.of(
                "/api/v1/merchants",
                Map.of(
                        "name",
                        "龙江豆花米线",
                        "address",
                        "龙江路 1 号",
                        "division",
                        town.community().value()),
                town.official(Role.STATION_COORDINATOR));
    }

    private Sample merchant(String rest) {
        Market market = new Market(town());
        return Sample.of("/api/v1/merchants/" + market.merchant() + rest, market.official());
    }

    private Sample merchant(String rest, Object body) {
        Market market = new Market(town());
        return Sample.of("/api/v1/merchants/" + market.merchant() + rest, body, market.official());
    }

    private Sample renaming() {
        return merchant("", Map.of("name", "龙江豆花米线二店"));
    }

    private Sample resumption() {
        Market market = new Market(town());
        UUID merchant = market.merchant();
        Market.post(market.official(), "/api/v1/merchants/" + merchant + "/suspension", REASON);
        return Sample.of("/api/v1/merchants/" + merchant + "/resumption", REASON, market.official());
    }

    private Sample link() {
        Town town = town();
        Market market = new Market(town);
        UUID merchant = market.merchant();
        return Sample.of(
                "/api/v1/merchants/" + merchant + "/till-link",
                Map.of("code", market.code(merchant)),
                town.official(Role.MERCHANT));
    }

    private Sample closing() {
        Town town = town();
        Market market = new Market(town);
        UUID merchant = market.merchant();
        String till = Market.post(
                        town.official(Role.MERCHANT),
                        "/api/v1/merchants/" + merchant + "/till-link",
                        Map.of("code", market.code(merchant)))
                .getString("id");
        return Sample.of("/api/v1/merchants/" + merchant + "/tills/" + till, market.official());
    }

    private Sample atTill(String rest) {
        Market market = new Market(town());
        Market.Shop shop = market.shop();
        JsonPath held = market.held(market.volunteerWith(200), market.offer(shop.id(), 150, 3));
        return Sample.of("/api/v1/merchants/" + shop.id() + rest, Map.of("code", held.getString("link")), shop.till());
    }

    private Sample publication() {
        Market market = new Market(town());
        return Sample.of(
                "/api/v1/offers",
                Map.of("merchantId", market.merchant(), "terms", Market.terms(150, 3)),
                market.official());
    }

    private Sample offer(String rest) {
        Market market = new Market(town());
        return Sample.of("/api/v1/offers/" + market.offer(market.merchant(), 150, 3) + rest, market.official());
    }

    private Sample change() {
        return offer("").withBody(Sample.of("", Market.terms(160, 4), "").body());
    }

    private Sample wish() {
        Market market = new Market(town());
        UUID offer = market.offer(market.merchant(), 150, 3);
        return Sample.of(
                "/api/v1/redemptions",
                Map.of("offerId", offer),
                market.volunteerWith(200).token());
    }

    private Sample mine() {
        return Sample.of("/api/v1/redemptions", town().volunteer().token());
    }

    private Sample redemption(String rest) {
        Market market = new Market(town());
        Town.Person volunteer = market.volunteerWith(200);
        JsonPath held = market.held(volunteer, market.offer(market.merchant(), 150, 3));
        return Sample.of("/api/v1/redemptions/" + held.getString("id") + rest, volunteer.token());
    }
}
