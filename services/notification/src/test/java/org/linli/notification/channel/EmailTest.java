package org.linli.notification.channel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;
import org.linli.wire.CaughtMail;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@WithTestResource(MailServerResource.class)
@DisplayName("A message by e-mail")
class EmailTest {
    Surroundings surroundings;
    MailServer mail;

    @Inject
    LinliClock clock;

    @Inject
    RetentionUseCase retention;

    @AfterEach
    void theServerIsBack() {
        mail.wire().restore();
    }

    @Test
    @DisplayName("says in the reader's language what the inbox says, as text and as a page")
    void saysWhatTheInboxSays() {
        Reader reader = Reader.verified(surroundings, mail);
        UUID chinese = reader.redeems();
        await().atMost(Reader.SOON).until(() -> reader.states(chinese).equals(List.of("SENT")));
        CaughtMail letter = mail.to(reader.address()).getFirst();
        assertThat(letter.subject()).isEqualTo("【邻里】兑换已预留");
        assertThat(letter.text()).contains("已为您预留 15 积分的兑换,请在 5月20日 23:30 前凭码领取。", "http://");
        assertThat(letter.html()).contains("<h1", "已为您预留 15 积分的兑换");

        reader.prefers(Map.of("language", "en"));
        UUID english = reader.redeems();
        await().atMost(Reader.SOON).until(() -> reader.states(english).equals(List.of("SENT")));
        assertThat(mail.to(reader.address()).getFirst().text()).contains("Something for 15 points was set aside");
        assertThat(mail.to(reader.address()).getFirst().messageId())
                .contains(deliveryOf(reader, english).toString());
    }

    @Test
    @DisplayName("goes out once, however often its event arrives")
    void goesOutOnce() {
        Reader reader = Reader.verified(surroundings, mail);
        UUID event = UUID.randomUUID();
        reader.redeems(event);
        await().atMost(Reader.SOON).until(() -> reader.states(event).equals(List.of("SENT")));
        reader.redeems(event);
        reader.redeems(event);
        UUID last = reader.redeems();
        await().atMost(Reader.SOON).until(() -> reader.states(last).equals(List.of("SENT")));
        assertThat(reader.letters()).isEqualTo(2);
    }

    @Test
    @DisplayName("is not written for what came before the address was proven, even if its event comes again")
    void isNotWrittenForThePast() {
        Reader reader = Reader.known(surroundings, mail);
        UUID past = reader.redeems();
        await().atMost(Reader.SOON)
                .until(() -> surroundings.database().count("select count(*) from inbox where event_id = ?", past) == 1);
        reader.givesAddress();
        reader.types(mail.codeFor(reader.address())).then().statusCode(200);
        reader.redeems(past);
        UUID next = reader.redeems();
        await().atMost(Reader.SOON).until(() -> reader.states(next).equals(List.of("SENT")));
        assertThat(reader.states(past)).isEmpty();
    }

    @Test
    @DisplayName("does not come when its reader turned it off, and the inbox has it all the same")
    void doesNotComeWhenTurnedOff() {
        Reader reader = Reader.verified(surroundings, mail);
        reader.prefers(Map.of(
                "language", "zh-CN",
                "inApp", Map.of("kinds", Map.of("redemption-held", false)),
                "email", Map.of("groups", Map.of("EXCHANGE", false))));
        UUID event = reader.redeems();
        await().atMost(Reader.SOON)
                .untilAsserted(() -> reader.calls()
                        .get("/api/v1/inbox")
                        .then()
                        .body("items.kind", hasItem("redemption-held"))
                        .body("items[0].silent", is(true)));
        assertThat(reader.states(event)).isEmpty();
    }

    @Test
    @DisplayName("waits for the end of quiet hours, and then comes")
    void waitsForTheEndOfQuietHours() {
        Reader reader = Reader.verified(surroundings, mail);
        Instant now = clock.now();
        reader.prefers(
                Map.of("language", "zh-CN", "quietHours", Map.of("from", minute(now, -60), "until", minute(now, 60))));
        UUID event = reader.redeems();
        await().atMost(Reader.SOON)
                .untilAsserted(() -> reader.calls().get("/api/v1/inbox").then().body("items[0].silent", is(true)));
        assertThat(reader.states(event)).containsExactly("WAITING");
        assertThat(reader.letters()).isZero();
        reader.calls()
                .get("/api/v1/deliveries")
                .then()
                .body("items[0].state", equalTo("WAITING"))
                .body("items[0].attempts", is(0));

        clock.advanceTo(clock.offset().plus(Duration.ofMinutes(61)));
        await().atMost(Reader.SOON).until(() -> reader.states(event).equals(List.of("SENT")));
        assertThat(reader.letters()).isOne();
    }

    @Test
    @DisplayName("survives that the mail server is away, which shows as degraded health")
    void survivesThatTheServerIsAway() {
        Reader reader = Reader.verified(surroundings, mail);
        mail.wire().cut();
        UUID event = reader.redeems();
        await().atMost(Reader.SOON)
                .until(() -> surroundings
                                .database()
                                .count(
                                        "select count(*) from delivery where event_id = ? and trouble = 'SERVER_AWAY'"
                                                + " and attempts >= 2",
                                        event)
                        == 1);
        given().get("/q/health/well")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'e-mail' }.status", equalTo("DOWN"))
                .body("checks.find { it.name == 'e-mail' }.data.cause", containsString("mail server"));
        given().get("/q/health/ready").then().statusCode(200);

        mail.wire().restore();
        await().atMost(Reader.SOON).until(() -> reader.states(event).equals(List.of("SENT")));
        assertThat(reader.letters()).isOne();
    }

    @Test
    @DisplayName("to a letterbox that does not exist is given up, listed, and tried again when an operator says so")
    void toNowhereIsGivenUp() {
        Reader reader = Reader.known(surroundings, mail, MailServer.REFUSED);
        reader.givesAddress();
        String operator = Reader.official(surroundings, Role.PLATFORM_OPERATOR);
        await().atMost(Reader.SOON)
                .untilAsserted(() -> reader.calls()
                        .get("/api/v1/deliveries")
                        .then()
                        .body("items.state", contains("FAILED"))
                        .body("items.trouble", contains("ADDRESS_REFUSED")));
        String id = reader.calls().get("/api/v1/deliveries").path("items[0].id");
        given().auth()
                .oauth2(operator)
                .queryParam("limit", 200)
                .get("/api/v1/operations/notification/deliveries")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        reader.calls()
                .post("/api/v1/operations/notification/deliveries/" + id + "/retry")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(operator)
                .post("/api/v1/operations/notification/deliveries/" + id + "/retry")
                .then()
                .statusCode(200)
                .body("state", equalTo("WAITING"));
        await().atMost(Reader.SOON)
                .untilAsserted(() -> reader.calls()
                        .get("/api/v1/deliveries")
                        .then()
                        .body("items.state", contains("FAILED"))
                        .body("items[0].attempts", is(1)));
    }

    @Test
    @DisplayName("to an address that nobody here can read is given up, and keeps no other from going out")
    void toAnAddressThatNobodyCanReadIsGivenUp() {
        Reader unreadable = Reader.verified(surroundings, mail);
        Reader other = Reader.verified(surroundings, mail);
        surroundings
                .database()
                .execute(
                        "update channel_address set address = decode('00', 'hex') where account_id = ?",
                        unreadable.account());
        UUID stuck = unreadable.redeems();
        UUID event = other.redeems();
        await().atMost(Reader.SOON).until(() -> other.states(event).equals(List.of("SENT")));
        await().atMost(Reader.SOON).until(() -> unreadable.states(stuck).equals(List.of("FAILED")));
        unreadable
                .calls()
                .get("/api/v1/deliveries")
                .then()
                .body("items[0].trouble", equalTo("ADDRESS_UNREADABLE"))
                .body("items[0].attempts", is(3));
    }

    @Test
    @DisplayName("leaves the log half a year after it went, and the counts of codes after a day")
    void leavesTheLogAfterHalfAYear() {
        Reader reader = Reader.verified(surroundings, mail);
        UUID old = reader.redeems();
        UUID young = reader.redeems();
        await().atMost(Reader.SOON)
                .until(() -> reader.states(old).equals(List.of("SENT"))
                        && reader.states(young).equals(List.of("SENT")));
        surroundings
                .database()
                .execute("update delivery set ended_at = now() - interval '181 days' where event_id = ?", old);
        surroundings
                .database()
                .execute(
                        "update address_code set made_at = now() - interval '25 hours' where account_id = ?",
                        reader.account());
        retention.forget().await().atMost(Reader.SOON);
        assertThat(reader.states(old)).isEmpty();
        assertThat(reader.states(young)).containsExactly("SENT");
        assertThat(surroundings
                        .database()
                        .count("select count(*) from address_code where account_id = ?", reader.account()))
                .isZero();
        // and what is told once more is still nothing new
        reader.redeems(old);
        UUID last = reader.redeems();
        await().atMost(Reader.SOON).until(() -> reader.states(last).equals(List.of("SENT")));
        assertThat(reader.states(old)).isEmpty();
    }

    private UUID deliveryOf(Reader reader, UUID event) {
        return (UUID) surroundings
                .database()
                .query("select id from delivery where account_id = ? and event_id = ?", reader.account(), event)
                .getFirst()
                .get("id");
    }

    /** That many minutes from an instant, as the clock on the wall shows it. */
    private static String minute(Instant instant, long minutes) {
        LocalTime time = LocalTime.ofInstant(instant.plus(minutes, ChronoUnit.MINUTES), LinliClock.ZONE);
        return time.format(DateTimeFormatter.ofPattern("HH:mm"));
    }
}
