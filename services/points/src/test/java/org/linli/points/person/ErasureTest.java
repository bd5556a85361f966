package org.linli.points.person;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.registration.ErasureEvent.VolunteerErased;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.event.Fact;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.kit.test.TraceOf;
import org.linli.points.Market;
import org.linli.points.Town;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Of a volunteer who was erased")
class ErasureTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    Surroundings surroundings;

    @Test
    @DisplayName("what was set aside returns, the ledger stays true, and nothing leads to the person")
    void theLedgerStaysTrue() {
        // Given
        Town town = new Town(surroundings);
        Market market = new Market(town);
        Market.Shop shop = market.shop();
        Town.Person leaving = market.volunteerWith(300);
        String redemption =
                market.held(leaving, market.offer(shop.id(), 100, 5)).getString("id");
        UUID account = account(leaving);
        assertThat(market.heldOf(leaving)).isEqualTo(100);
        given().auth()
                .oauth2(leaving.token())
                .get("/api/v1/personal-data/points")
                .then()
                .statusCode(200)
                .body("parts.find { it.table == 'redemption' }.rows[0].id", is(redemption));

        // When
        erase(town, leaving, account);

        // Then
        assertThat(market.heldOf(leaving)).isZero();
        assertThat(surroundings
                        .database()
                        .count(
                                "select count(*) from redemption where id = ? and status = 'CANCELLED'"
                                        + " and length(code_sealed) = 0",
                                UUID.fromString(redemption)))
                .isOne();
        assertThat(TraceOf.in(surroundings.database()).tables(List.of(account.toString()), Set.of("outbox")))
                .isEmpty();
        given().auth()
                .oauth2(town.operator())
                .get("/api/v1/ledger/verification")
                .then()
                .statusCode(200)
                // rules and events belong to other tests, too, who make some of their own
                .body("checks.findAll { !(it.name in ['rules', 'event-log']) }.sound", everyItem(is(true)));
    }

    private UUID account(Town.Person person) {
        return (UUID) surroundings
                .database()
                .value("select account_id from account_copy where volunteer_id = ?", person.id());
    }

    private void erase(Town town, Town.Person leaving, UUID account) {
        VolunteerState nobody = new VolunteerState(
                leaving.id(), null, VolunteerStatus.ERASED, town.community().value(), null, List.of(), List.of());
        surroundings
                .events()
                .publish(
                        "registration",
                        Fact.of(leaving.id(), 9, town.community(), new VolunteerErased(nobody, account)));
        await().atMost(PATIENCE)
                .until(() -> surroundings
                                .database()
                                .count("select count(*) from erased_volunteer where volunteer_id = ?", leaving.id())
                        == 1);
        await().atMost(PATIENCE)
                .until(() -> surroundings
                                .database()
                                .count("select count(*) from due_work where subject like ?", leaving.id() + "%")
                        == 0);
    }
}
