package org.linli.points;

import static io.restassured.RestAssured.given;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.linli.contracts.Role;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.kit.test.DeadLetterSamples;
import org.linli.kit.test.PersonalDataSamples;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;
import org.linli.points.ledger.Posting;

/** A call that succeeds for every operation of points. */
final class PointsSamples {
    private final Surroundings surroundings;

    private PointsSamples(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static Map<String, Supplier<Sample>> all(Surroundings surroundings) {
        PointsSamples samples = new PointsSamples(surroundings);
        return Map.ofEntries(
                Map.entry("GET /api/v1/passbooks", samples::list),
                Map.entry("GET /api/v1/passbooks/{volunteerId}", () -> samples.passbook("")),
                Map.entry("GET /api/v1/passbooks/{volunteerId}/statement", () -> samples.passbook("/statement")),
                Map.entry(
                        "GET /api/v1/passbooks/{volunteerId}/balance",
                        () -> samples.passbook("/balance?at=2026-05-01T08:00:00Z")),
                Map.entry("GET /api/v1/postings/{id}", samples::posting),
                Map.entry("POST /api/v1/postings/{id}/reversal", samples::reversal),
                Map.entry("GET /api/v1/points-rules", () -> samples.rules("?on=2026-05-01")),
                Map.entry("GET /api/v1/points-rules/{id}", () -> samples.rules("/" + samples.rule())),
                Map.entry("POST /api/v1/points-rules", samples::publication),
                Map.entry("POST /api/v1/points-rules/{id}/closing", samples::closing),
                Map.entry("GET /api/v1/passbooks/{volunteerId}/purses", () -> samples.passbook("/purses")),
                Map.entry("GET /api/v1/points-schemes", () -> samples.schemes("")),
                Map.entry("GET /api/v1/points-schemes/{unit}", () -> samples.schemes("/POINTS")),
                Map.entry("PUT /api/v1/points-schemes/{unit}", samples::schemeChange),
                Map.entry("GET /api/v1/transfers", () -> samples.transfers("")),
                Map.entry("GET /api/v1/transfers/{id}", samples::transfer),
                Map.entry("GET /api/v1/funds/{division}", samples::fund),
                Map.entry("POST /api/v1/transfers", samples::giving),
                Map.entry("GET /api/v1/ledger/verification", samples::verification));
    }

    /** Those of this class, those of the market and those of badges. */
    static Map<String, Supplier<Sample>> everything(Surroundings surroundings) {
        Map<String, Supplier<Sample>> everything = new HashMap<>(all(surroundings));
        everything.putAll(MarketSamples.all(surroundings));
        everything.putAll(BadgeSamples.all(surroundings));
        Supplier<String> operator = () -> new Town(surroundings).operator();
        everything.putAll(new PersonalDataSamples(surroundings, "points", operator).all());
        everything.putAll(new DeadLetterSamples(surroundings, "points", operator).all());
        return everything;
    }

    private Sample schemes(String rest) {
        return Sample.of("/api/v1/points-schemes" + rest, surroundings.issuer().tokenFor(Surroundings.anyone()));
    }

    /** Of a unit that no other test uses. */
    private Sample schemeChange() {
        Map<String, Object> terms = new HashMap<>();
        terms.put("expiry", "YEARS");
        terms.put("years", 2);
        terms.put("warningDays", 30);
        terms.put("redeemable", true);
        terms.put("transferable", false);
        terms.put("donatable", false);
        terms.put("minimumLeft", 0);
        terms.put("perDay", 0);
        terms.put("perMonth", 0);
        return Sample.of("/api/v1/points-schemes/UNIT_HEAD_POINTS", terms, new Town(surroundings).operator());
    }

    private Sample transfers(String rest) {
        return Sample.of(
                "/api/v1/transfers" + rest, new Town(surroundings).volunteer().token());
    }

    private Sample giving() {
        Town town = new Town(surroundings);
        Town.Person giver = new Market(town).volunteerWith(300);
        return Sample.of(
                "/api/v1/transfers",
                Map.of("toVolunteerId", town.volunteer().id(), "unit", "POINTS", "amount", 100),
                giver.token());
    }

    private Sample fund() {
        Town town = new Town(surroundings);
        town.divisions();
        return Sample.of(
                "/api/v1/funds/" + town.district(), surroundings.issuer().tokenFor(Surroundings.anyone()));
    }

    private Sample transfer() {
        Sample giving = giving();
        String id = Market.post(giving.token(), giving.path(), giving.body()).getString("id");
        return Sample.of("/api/v1/transfers/" + id, giving.token());
    }

    private Sample list() {
        Town town = new Town(surroundings);
        town.divisions();
        return Sample.of("/api/v1/passbooks?division=" + town.district(), town.official(Role.DISTRICT_ADMINISTRATOR));
    }

    private Sample passbook(String rest) {
        Town.Person volunteer = new Town(surroundings).volunteer();
        return Sample.of("/api/v1/passbooks/" + volunteer.id() + rest, volunteer.token());
    }

    private Sample posting() {
        Town town = new Town(surroundings);
        return Sample.of("/api/v1/postings/" + posted(town), town.official(Role.AUDITOR));
    }

    private Sample reversal() {
        Town town = new Town(surroundings);
        return Sample.of(
                "/api/v1/postings/" + posted(town) + "/reversal",
                Map.of("reason", "记错了人"),
                town.official(Role.DISTRICT_ADMINISTRATOR));
    }

    private static UUID posted(Town town) {
        Town.Person volunteer = town.volunteer();
        ServiceRecordState hours = town.hours(volunteer.id(), 60, LocalDate.of(2026, 5, 1));
        town.tell(town.confirmed(hours));
        town.awaitBalance(volunteer.id(), 100);
        return Posting.idOf(hours.recordId(), "service-hours", 0);
    }

    private Sample rules(String rest) {
        return Sample.of("/api/v1/points-rules" + rest, surroundings.issuer().tokenFor(Surroundings.anyone()));
    }

    private Sample publication() {
        return Sample.of("/api/v1/points-rules", terms(), new Town(surroundings).operator());
    }

    private Sample closing() {
        return Sample.of(
                "/api/v1/points-rules/" + rule() + "/closing",
                Map.of("validUntil", someDay().toString()),
                new Town(surroundings).operator());
    }

    private Sample verification() {
        return Sample.of("/api/v1/ledger/verification", new Town(surroundings).operator());
    }

    private UUID rule() {
        Sample publication = publication();
        return given().auth()
                .oauth2(publication.token())
                .contentType("application/json")
                .body(publication.body())
                .post(publication.path())
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
    }

    private static LocalDate someDay() {
        return LocalDate.now().plusYears(9).plusDays(ThreadLocalRandom.current().nextInt(9999));
    }

    /** A rule of its own far ahead, where no test serves. */
    private static Map<String, Object> terms() {
        return Map.of(
                "code",
                "r-" + UUID.randomUUID().toString().substring(0, 20),
                "kind",
                "PER_HOUR",
                "amount",
                100,
                "categoryAmounts",
                Map.of("BATHING", 150),
                "validFrom",
                LocalDate.now().plusYears(5).toString());
    }
}
