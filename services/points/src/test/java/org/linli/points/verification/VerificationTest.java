package org.linli.points.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.contracts.Role;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.points.Market;
import org.linli.points.Town;

/** Every way of tampering is noticed. Has an application of its own: other tests put poison on the log on purpose. */
@QuarkusTest
@WithTestResource(LinliTestResource.class)
@TestProfile(VerificationTest.Alone.class)
@DisplayName("The verification of the ledger")
class VerificationTest {
    private static final List<String> TABLES = List.of(
            "account",
            "posting",
            "lot_allocation",
            "lot",
            "seal",
            "source_event",
            "waiting_event",
            "redemption",
            "offer_stock",
            "transfer");

    Surroundings surroundings;
    Town town;
    Town.Person volunteer;

    public static class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("linli.points.seal.every", "1s");
        }
    }

    @BeforeEach
    void aSealedLedgerWithEveryKindOfPosting() {
        town = new Town(surroundings);
        volunteer = town.volunteer();
        if (surroundings.database().count("select count(*) from posting") == 0) {
            ServiceRecordState hours = town.hours(volunteer.id(), 60, LocalDate.of(2026, 5, 1));
            town.tell(town.confirmed(hours));
            town.awaitBalance(volunteer.id(), 100);
            // two seals at least: the only one, deleted, would just be made again
            awaitSeals();
            town.tell(town.corrected(hours, 120));
            town.awaitBalance(volunteer.id(), 200);
            spend();
            awaitSeals();
            TABLES.forEach(table -> tamper("create table kept_" + table + " as table " + table));
        }
        assertThat(verify()).allMatch(Check::sound);
    }

    /** One thing handed over, one that waits, something given to a friend and to a fund. */
    private void spend() {
        town.divisions();
        Market market = new Market(town);
        Market.Shop shop = market.shop();
        UUID offer = market.offer(shop.id(), 40, 5, Map.of("perMonth", 3));
        market.fulfil(shop, market.held(volunteer, offer).getString("link"))
                .then()
                .statusCode(200);
        market.held(volunteer, offer);
        Market.post(
                volunteer.token(),
                "/api/v1/transfers",
                Map.of("toVolunteerId", town.volunteer().id(), "amount", 30));
        Market.post(volunteer.token(), "/api/v1/transfers", Map.of("fund", town.district(), "amount", 20));
    }

    /** In one transaction, with the seals locked: the next round of sealing must not see half of it. */
    @AfterEach
    void undo() {
        StringBuilder all = new StringBuilder("begin; lock table seal, posting in access exclusive mode;");
        TABLES.reversed().forEach(table -> all.append("delete from " + table + ";"));
        TABLES.forEach(
                table -> all.append("insert into " + table + " overriding system value table kept_" + table + ";"));
        tamper(all + "commit");
    }

    @Test
    void aLedgerNobodyTouchedIsSound() {
        assertThat(verify()).hasSizeGreaterThan(8).allMatch(Check::sound);
    }

    /** What somebody with the database in their hands may do, and a check that must notice. */
    static List<Arguments> tampering() {
        return Stream.concat(tamperingWithTheLedger().stream(), tamperingWithWhatPointsBuy().stream())
                .toList();
    }

    private static List<Arguments> tamperingWithWhatPointsBuy() {
        return List.of(
                Arguments.of("redemptions", "update redemption set status = 'HELD', ended_at = null"),
                Arguments.of("redemptions", "update redemption set amount = amount + 1 where status = 'HELD'"),
                Arguments.of("redemptions", "delete from redemption where status = 'HELD'"),
                Arguments.of("stock", "update offer_stock set held = held - 1 where period = ''"),
                Arguments.of("stock", "update offer_stock set fulfilled = 0 where period <> ''"),
                Arguments.of("stock", "delete from offer_stock where period = ''"),
                Arguments.of("payable", "update redemption set amount = amount + 1 where status = 'FULFILLED'"),
                Arguments.of("payable", "update account set balance = balance - 1 where kind = 'PAYABLE'"),
                Arguments.of("transfers", "update transfer set amount = amount + 1"),
                Arguments.of("transfers", "delete from transfer where fund is null"));
    }

    private static List<Arguments> tamperingWithTheLedger() {
        return List.of(
                Arguments.of("zero-sum", "update account set balance = balance + 1 where kind = 'PASSBOOK'"),
                Arguments.of("balances", "update account set balance = balance + 1 where kind = 'PASSBOOK'"),
                Arguments.of(
                        "balances",
                        "update account set balance = balance + case kind when 'PASSBOOK' then 1 else -1 end"),
                Arguments.of("running-balances", "update posting set amount = amount - 1 where kind = 'REVERSED'"),
                Arguments.of("balances", "delete from posting where kind = 'REVERSED'"),
                Arguments.of("running-balances", "delete from posting where kind = 'REVERSED'"),
                Arguments.of("lots", "update lot set remaining = remaining - 1 where remaining > 0"),
                Arguments.of("lots", "delete from lot_allocation"),
                Arguments.of("lots", "delete from lot where remaining > 0"),
                Arguments.of("content", "update posting set value_date = value_date + 1"),
                Arguments.of("content", "update posting set cause_id = gen_random_uuid()"),
                Arguments.of(
                        "seals",
                        "update posting p set value_date = value_date + 1; update posting p set content_hash ="
                                + " posting_content(p)"),
                Arguments.of("seals", "update posting set posted_at = posted_at - interval '1 second'"),
                Arguments.of("seals", "delete from posting where kind = 'REVERSED'"),
                Arguments.of("seals", "update seal set hash = sha256(hash)"),
                Arguments.of("seals", "delete from seal where number = 1"),
                Arguments.of(
                        "rules",
                        "update posting set rule_version = 99 where position = (select max(position) from posting"
                                + " where rule_code is not null)"),
                Arguments.of("sources", "delete from source_event where type like '%confirmed%'"),
                Arguments.of("sources", "update source_event set postings = 0, outcome = 'CAPPED'"),
                Arguments.of("event-log", "delete from source_event where type like '%confirmed%'"),
                Arguments.of("event-log", "update source_event set event_id = gen_random_uuid()"),
                Arguments.of(
                        "waiting",
                        "insert into waiting_event values (gen_random_uuid(), gen_random_uuid(), 't', 's', 1, null,"
                                + " now(), '', now() - interval '2 days')"));
    }

    @ParameterizedTest(name = "{0} notices: {1}")
    @MethodSource("tampering")
    void tamperingIsNoticed(String check, String tampering) {
        tamper(tampering);
        assertThat(verify().stream().filter(one -> !one.sound()).map(Check::name))
                .contains(check);
    }

    @Test
    void anEventThatWasLostIsNoticed() {
        // Given an event that the consumer set aside instead of applying it
        UUID lost = town.tell(town.confirmed(town.hours(volunteer.id(), -1, LocalDate.of(2026, 5, 1))));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            // Then the log knows more than the ledger
            Check log = verify().stream()
                    .filter(check -> check.name().equals("event-log"))
                    .findFirst()
                    .orElseThrow();
            assertThat(log.sound()).isFalse();
            assertThat(log.detail()).contains(lost.toString());
        });
        // an operator who has looked at it
        surroundings
                .database()
                .execute(
                        "insert into kept_source_event values (?, 'linli.activity.service-record.confirmed.v1', ?, ?,"
                                + " null, 'NOTHING_DUE', 0, now())",
                        lost,
                        UUID.randomUUID(),
                        volunteer.id());
    }

    @Test
    void postingsCannotBeChangedEvenByTheOwnerOfTheDatabase() {
        for (String forbidden : List.of(
                "update posting set amount = 1", "delete from posting", "truncate posting", "delete from seal")) {
            assertThat(catchThrowable(() -> surroundings.database().execute(forbidden)))
                    .as(forbidden)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void onlyOperatorsAndAuditorsMayVerify() {
        given().auth()
                .oauth2(town.official(Role.AUDITOR))
                .get("/api/v1/ledger/verification")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(town.official(Role.DISTRICT_ADMINISTRATOR))
                .get("/api/v1/ledger/verification")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(volunteer.token())
                .get("/api/v1/ledger/verification")
                .then()
                .statusCode(403);
    }

    private void awaitSeals() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(surroundings
                                .database()
                                .count("select coalesce((select max(to_position) from seal), 0)"
                                        + " - (select max(position) from posting)"))
                        .isZero());
    }

    private List<Check> verify() {
        var answer = given().auth()
                .oauth2(town.operator())
                .get("/api/v1/ledger/verification")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<Check> checks = answer.getList("checks", Map.class).stream()
                .map(check -> new Check(
                        (String) check.get("name"),
                        (Boolean) check.get("sound"),
                        ((Number) check.get("examined")).longValue(),
                        (String) check.get("detail")))
                .toList();
        assertThat(answer.getBoolean("sound")).isEqualTo(checks.stream().allMatch(Check::sound));
        return checks;
    }

    /** As somebody for whom triggers do not fire. */
    private void tamper(String sql) {
        surroundings.database().execute("set session_replication_role = replica; " + sql);
    }
}
