package org.linli.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@WithTestResource(MailServerResource.class)
@DisplayName("An e-mail address")
class EmailAddressTest {
    Surroundings surroundings;
    MailServer mail;

    @Test
    @DisplayName("is proven by the code that was sent there, and shown masked")
    void isProvenByTheCode() {
        Reader reader = Reader.known(surroundings, mail);
        reader.givesAddress();
        reader.calls()
                .get("/api/v1/channel-addresses")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].verified", is(false))
                .body("items[0].address", equalTo("r***@example.org"));
        String code = mail.codeFor(reader.address());
        reader.types(code).then().statusCode(200).body("verified", is(true));
        // a client that lost the answer may say it again
        reader.types(code).then().statusCode(200).body("verified", is(true));
    }

    @Test
    @DisplayName("stands nowhere in the database in plain text, and neither does its code")
    void standsNowhereInPlainText() {
        Reader reader = Reader.known(surroundings, mail);
        reader.givesAddress();
        String code = mail.codeFor(reader.address());
        for (String table : new String[] {"channel_address", "address_code", "delivery", "outbox", "idempotency"}) {
            String text = surroundings
                    .database()
                    .query("select t::text as row from " + table + " t")
                    .toString();
            assertThat(text).as(table).doesNotContain(reader.address());
        }
        byte[] stored = (byte[]) surroundings
                .database()
                .query("select address from channel_address where account_id = ?", reader.account())
                .getFirst()
                .get("address");
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("example.org");
        assertThat(surroundings
                        .database()
                        .query("select t::text as row from channel_address t where account_id = ?", reader.account())
                        .toString())
                .doesNotContain(code);
    }

    @Test
    @DisplayName("is not proven by guessing: five wrong codes, and the right one does not help")
    void isNotProvenByGuessing() {
        Reader reader = Reader.known(surroundings, mail);
        reader.givesAddress();
        String code = mail.codeFor(reader.address());
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int left = 4; left >= 0; left--) {
            reader.types(wrong)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("code-wrong"))
                    .body("field", equalTo("code"));
        }
        reader.types(code).then().statusCode(409).body("code", equalTo("code-spent"));
        reader.calls().post("/api/v1/channel-addresses/email/code").then().statusCode(200);
        reader.types(code).then().statusCode(409).body("code", equalTo("code-wrong"));
    }

    @Test
    @DisplayName("gets five codes a day at the most, whoever asks for them")
    void getsFiveCodesADay() {
        Reader reader = Reader.known(surroundings, mail);
        reader.givesAddress();
        for (int more = 0; more < 4; more++) {
            reader.calls().post("/api/v1/channel-addresses/email/code").then().statusCode(200);
        }
        reader.calls()
                .post("/api/v1/channel-addresses/email/code")
                .then()
                .statusCode(429)
                .body("code", equalTo("too-many-codes"));
        Reader.known(surroundings, mail)
                .calls()
                .body(Map.of("address", reader.address().toUpperCase(java.util.Locale.ROOT)))
                .put("/api/v1/channel-addresses/email")
                .then()
                .statusCode(429);
    }

    @Test
    @DisplayName("is changed only as it was read, and forgotten when its owner wants that")
    void isForgottenWhenItsOwnerWants() {
        Reader reader = Reader.verified(surroundings, mail);
        reader.calls()
                .header("If-Match", "\"1\"")
                .delete("/api/v1/channel-addresses/email")
                .then()
                .statusCode(412);
        reader.calls().delete("/api/v1/channel-addresses/email").then().statusCode(204);
        reader.calls().get("/api/v1/channel-addresses").then().body("items", hasSize(0));
        reader.calls().delete("/api/v1/channel-addresses/email").then().statusCode(404);
        assertThat(surroundings
                        .database()
                        .count("select count(*) from channel_address where account_id = ?", reader.account()))
                .isZero();
    }

    @Test
    @DisplayName("that changes stays until the new one is proven, and gets what is written meanwhile")
    void thatChangesStaysUntilTheNewOneIsProven() {
        Reader reader = Reader.verified(surroundings, mail);
        reader.givesAddress();
        reader.calls().get("/api/v1/channel-addresses").then().body("items[0].verified", is(true));
        String other = "other-" + reader.address();
        reader.calls()
                .body(Map.of("address", other))
                .put("/api/v1/channel-addresses/email")
                .then()
                .statusCode(200)
                .body("verified", is(true))
                .body("address", startsWith("r***"))
                .body("wanted", startsWith("o***"));
        UUID event = reader.redeems();
        await().atMost(Reader.SOON).until(() -> reader.states(event).equals(List.of("SENT")));
        assertThat(reader.letters()).isOne();
        reader.types(mail.codeFor(other))
                .then()
                .statusCode(200)
                .body("verified", is(true))
                .body("address", startsWith("o***"))
                .body("wanted", nullValue());
        // whoever has second thoughts says the proven one again
        reader.givesAddress();
        reader.calls()
                .body(Map.of("address", other))
                .put("/api/v1/channel-addresses/email")
                .then()
                .statusCode(200)
                .body("wanted", nullValue());
        reader.calls().post("/api/v1/channel-addresses/email/code").then().statusCode(409);
    }
}
