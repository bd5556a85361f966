package org.linli.registration.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.Role;
import org.linli.kit.crypto.FieldCipher;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.registration.Calls;
import org.linli.registration.District;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("What is encrypted anew after a new key was made")
class ReencryptionTest {
    private static final String KEYS = "operations/registration/keys";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** More than one transaction takes. */
    private static final int ROWS = 230;

    Surroundings surroundings;

    @Inject
    FieldCipher cipher;

    private District district;
    private Calls operator;

    @BeforeEach
    void aDistrict() {
        district = District.fresh(surroundings);
        operator = Calls.by(surroundings.operatorToken());
    }

    @Test
    @DisplayName("passes a value by that does not decrypt: it keeps its key, which cannot be thrown away")
    void aBrokenValueDoesNotHoldTheOthersUp() {
        UUID broken = district.pendingVolunteer().id();
        UUID sound = district.pendingVolunteer().id();
        String old = newest();
        flipLastByteOfPhone(broken);
        try {
            operator.post(KEYS + "/rotation").then().statusCode(200);

            await().atMost(PATIENCE).until(() -> keyOfPhone(sound).equals(newest()));
            await().atMost(PATIENCE)
                    .until(() -> surroundings
                                    .database()
                                    .count("select count(*) from due_work where kind = 'keys.reencrypt'"
                                            + " and subject like 'volunteer.phone|%'")
                            == 0);
            assertThat(keyOfPhone(broken)).isEqualTo(old);
            operator.delete(KEYS + "/" + old).then().statusCode(409).body("code", is("key-in-use"));
        } finally {
            flipLastByteOfPhone(broken);
        }
    }

    @Test
    @DisplayName("is finished by whoever comes after when the process dies in the middle, and reads as before")
    void isFinishedAfterADeathInTheMiddle() {
        // Given: more rows than one transaction takes, and a statement in the second one that waits for its death
        Map<UUID, String> names = recipients();
        UUID last = new UUID(-1, ROWS - 1);
        stopAt(last);
        try {
            // When
            operator.post(KEYS + "/rotation").then().statusCode(200);
            int waiting = (int) await().atMost(PATIENCE)
                    .until(this::asleep, found -> !found.isEmpty())
                    .getFirst();
            // what was committed before stays done
            assertThat(left()).isPositive().isLessThan(ROWS);
            surroundings.database().execute("insert into test_deaths values (true)");
            surroundings.database().query("select pg_terminate_backend(?)", waiting);

            // Then
            await().atMost(PATIENCE).until(() -> left() == 0);
            names.forEach((id, name) -> assertThat(cipher.decrypt(sealedName(id), "recipient", id, "name"))
                    .isEqualTo(name));
        } finally {
            surroundings.database().execute("drop trigger test_death on recipient");
            surroundings.database().execute("drop function test_death");
            surroundings.database().execute("drop table test_deaths");
            names.keySet().forEach(id -> surroundings.database().execute("delete from recipient where id = ?", id));
        }
    }

    /** The last of all rows by their id, so that no row of another test is among them. */
    private Map<UUID, String> recipients() {
        UUID station = Calls.by(district.tokenOf(Role.DISTRICT_ADMINISTRATOR, district.code()))
                .create(
                        "stations",
                        Map.of(
                                "kind",
                                "STATION",
                                "name",
                                "站" + UUID.randomUUID(),
                                "division",
                                district.community(),
                                "longitude",
                                102.75,
                                "latitude",
                                25.05,
                                "serviceMenu",
                                List.of("MEALS")));
        Map<UUID, String> names = IntStream.range(0, ROWS)
                .boxed()
                .collect(Collectors.toMap(number -> new UUID(-1, number), number -> "住户" + number));
        names.forEach((id, name) -> surroundings
                .database()
                .execute(
                        "insert into recipient (id, kind, station_id, division, tier, needs, name_encrypted,"
                                + " address_encrypted, status, enrolled_at, enrolled_by, sequence, version)"
                                + " values (?, 'PERSON', ?, ?, 'GENERAL', '{}', ?, '', 'ACTIVE', now(), ?, 1, 0)",
                        id,
                        station,
                        district.community(),
                        cipher.encrypt(name, "recipient", id, "name"),
                        station));
        return names;
    }

    private void stopAt(UUID row) {
        surroundings.database().execute("create table test_deaths (done boolean)");
        surroundings.database().execute("""
                create function test_death() returns trigger language plpgsql security definer as $$ begin
                    if new.id = '%s' and not exists (select from test_deaths) then perform pg_sleep(120); end if;
                    return new;
                end $$
                """.formatted(row));
        surroundings
                .database()
                .execute("create trigger test_death before update on recipient for each row execute function"
                        + " test_death()");
    }

    private List<Object> asleep() {
        return surroundings
                .database()
                .query("select pid from pg_stat_activity where datname = current_database()"
                        + " and wait_event = 'PgSleep'")
                .stream()
                .map(row -> row.get("pid"))
                .toList();
    }

    private long left() {
        return surroundings
                .database()
                .count(
                        "select count(*) from recipient where id >= ? and length(name_encrypted) > 5"
                                + " and encode(substring(name_encrypted from 2 for 4), 'hex') <> ?",
                        new UUID(-1, 0),
                        newest());
    }

    private byte[] sealedName(UUID id) {
        return (byte[]) surroundings.database().value("select name_encrypted from recipient where id = ?", id);
    }

    private String newest() {
        return operator.get(KEYS).then().extract().jsonPath().getString("keys.find { it.newest }.id");
    }

    private String keyOfPhone(UUID volunteer) {
        return (String) surroundings
                .database()
                .value("select encode(substring(phone from 2 for 4), 'hex') from volunteer where id = ?", volunteer);
    }

    private void flipLastByteOfPhone(UUID volunteer) {
        surroundings
                .database()
                .execute(
                        "update volunteer set phone = set_byte(phone, length(phone) - 1,"
                                + " 255 - get_byte(phone, length(phone) - 1)) where id = ?",
                        volunteer);
    }
}
