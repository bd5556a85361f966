package org.linli.points.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.kit.time.LinliClock;
import org.linli.points.Town;

/** Has an application of its own, whose calls wait for next to nothing and whose clock is moved. */
@QuarkusTest
@WithTestResource(LinliTestResource.class)
@TestProfile(VerificationKeptTest.Impatient.class)
@DisplayName("A verification that took too long")
class VerificationKeptTest {
    Surroundings surroundings;

    @Inject
    LinliClock clock;

    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("linli.points.verification.patience", "1ms");
        }
    }

    @Test
    void isKeptForItsCallerAlsoWhenAStoryMovesTheClockByHours() {
        String operator = new Town(surroundings).operator();
        verify(operator, 409);
        await().atMost(Duration.ofSeconds(30))
                .during(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(transactions()).isZero());

        clock.advanceTo(clock.offset().plusHours(1));

        verify(operator, 200);
    }

    /** The verification works in transactions from its beginning to its end. */
    private long transactions() {
        return surroundings
                .database()
                .count("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and pid <> pg_backend_pid() and xact_start is not null");
    }

    private static void verify(String token, int status) {
        given().auth().oauth2(token).get("/api/v1/ledger/verification").then().statusCode(status);
    }
}
