package org.linli.notification.channel;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.contracts.AccountId;
import org.linli.contracts.AgeBand;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.points.RedemptionEvent.RedemptionHeld;
import org.linli.contracts.points.RedemptionState;
import org.linli.contracts.points.RedemptionState.RedemptionStatus;
import org.linli.contracts.registration.GrantState;
import org.linli.contracts.registration.RegistrationEvent.RoleGranted;
import org.linli.contracts.registration.RegistrationEvent.VolunteerWithdrawn;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.event.Fact;
import org.linli.kit.test.Surroundings;

/** A volunteer of a test who reads e-mail. */
public final class Reader {
    static final Duration SOON = Duration.ofSeconds(45);
    private static final DivisionCode HOME = DivisionCode.of("530103005005");

    private final Surroundings surroundings;
    private final MailServer mail;
    private final String subject = Surroundings.anyone();
    private final UUID volunteer = UUID.randomUUID();
    private final String address;

    private Reader(Surroundings surroundings, MailServer mail, String domain) {
        this.surroundings = surroundings;
        this.mail = mail;
        this.address = "reader-" + volunteer + domain;
    }

    /** Somebody known to notification, without an address. */
    public static Reader known(Surroundings surroundings, MailServer mail) {
        return known(surroundings, mail, "@example.org");
    }

    static Reader known(Surroundings surroundings, MailServer mail, String domain) {
        Reader reader = new Reader(surroundings, mail, domain);
        VolunteerState state = new VolunteerState(
                reader.volunteer,
                reader.account(),
                VolunteerStatus.PENDING,
                HOME.value(),
                AgeBand.FROM_18_TO_59,
                List.of(),
                List.of());
        // which of its events says so makes no difference, and this one tells nobody
        surroundings
                .events()
                .publish("registration", Fact.of(reader.volunteer, 1, HOME, new VolunteerWithdrawn(state)));
        await().atMost(SOON)
                .until(() -> surroundings
                                .database()
                                .count("select count(*) from account_copy where volunteer_id = ?", reader.volunteer)
                        == 1);
        return reader;
    }

    /** The same with an address that is proven. */
    public static Reader verified(Surroundings surroundings, MailServer mail) {
        Reader reader = known(surroundings, mail);
        reader.givesAddress();
        reader.types(mail.codeFor(reader.address)).then().statusCode(200);
        return reader;
    }

    /** A token of somebody who holds a role everywhere. */
    public static String official(Surroundings surroundings, Role role) {
        String subject = Surroundings.anyone();
        UUID grant = UUID.randomUUID();
        GrantState state = new GrantState(
                grant,
                AccountId.of(surroundings.issuer().url(), subject),
                role,
                HOME.value(),
                "",
                null,
                null,
                null,
                Instant.now().minusSeconds(60),
                null,
                null);
        surroundings.events().publish("registration", Fact.of(grant, 1, null, new RoleGranted(state)));
        await().atMost(SOON)
                .until(() -> surroundings.database().count("select count(*) from grant_copy where grant_id = ?", grant)
                        == 1);
        return surroundings.issuer().tokenFor(subject);
    }

    public String token() {
        return surroundings.issuer().tokenFor(subject);
    }

    public String address() {
        return address;
    }

    UUID account() {
        return AccountId.of(surroundings.issuer().url(), subject);
    }

    UUID volunteer() {
        return volunteer;
    }

    RequestSpecification calls() {
        return given().auth().oauth2(token()).contentType("application/json");
    }

    public void givesAddress() {
        calls().body(Map.of("address", address))
                .put("/api/v1/channel-addresses/email")
                .then()
                .statusCode(200);
    }

    io.restassured.response.Response types(String code) {
        return calls().body(Map.of("code", code)).post("/api/v1/channel-addresses/email/verification");
    }

    void prefers(Map<String, Object> preferences) {
        calls().body(preferences).put("/api/v1/notification-preferences").then().statusCode(200);
    }

    /** Something is set aside for this volunteer. */
    UUID redeems() {
        UUID event = UUID.randomUUID();
        redeems(event);
        return event;
    }

    void redeems(UUID event) {
        RedemptionState state = new RedemptionState(
                UUID.nameUUIDFromBytes(event.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                UUID.randomUUID(),
                UUID.randomUUID(),
                volunteer,
                HOME.value(),
                "POINTS",
                1500,
                RedemptionStatus.HELD,
                Instant.parse("2027-05-20T15:30:00Z"));
        surroundings
                .events()
                .publish("points", Fact.of(state.redemptionId(), 1, HOME, new RedemptionHeld(state)), event);
    }

    /** How far the delivery of a cause is; empty if there is none. */
    List<String> states(UUID event) {
        return surroundings
                .database()
                .query("select state from delivery where account_id = ? and event_id = ?", account(), event)
                .stream()
                .map(row -> (String) row.get("state"))
                .toList();
    }

    /** How many e-mails of messages, codes aside, this reader got. */
    long letters() {
        return mail.to(address).stream()
                .filter(letter ->
                        !letter.subject().contains("验证码") && !letter.subject().contains("code"))
                .count();
    }
}
