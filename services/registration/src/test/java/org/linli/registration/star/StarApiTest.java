package org.linli.registration.star;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;
import org.linli.registration.Calls;
import org.linli.registration.District;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("Star ratings over HTTP")
class StarApiTest {
    Surroundings surroundings;
    District district;

    @BeforeEach
    void aDistrict() {
        district = District.fresh(surroundings);
    }

    @Test
    void aStarIsOnDisplayBeforeItCountsAndEverybodySeesIt() {
        Starred starred = Starred.onDisplay(district);
        Calls.by(district.somebody().token())
                .get("star-ratings?division=" + district.community())
                .then()
                .body("items.id", contains(starred.volunteer().id().toString()))
                .body(
                        "items[0].volunteerName",
                        is(starred.volunteer().person().realName().charAt(0) + "**"))
                .body("items[0].minutes", nullValue());

        starred.endDisplay();

        starred.awaitStars(1, 0);
        Calls.by(starred.volunteer().token())
                .get(starred.path("/history"))
                .then()
                .body("items.act", contains("PROPOSED", "AWARDED"));
        UUID file = (UUID) surroundings
                .database()
                .value(
                        "select id from star_file where volunteer_id = ?",
                        starred.volunteer().id());
        await().untilAsserted(() -> assertThat(surroundings.events().about("linli.registration", file))
                .extracting(OnTopic::type)
                .containsExactly("linli.registration.star.proposed.v1", "linli.registration.star.awarded.v1"));
    }

    @Test
    void hoursServedDuringADisplayBringTheNextStarAfterIt() {
        Starred starred = Starred.onDisplay(district);
        starred.serve(250);
        starred.endDisplay();

        starred.awaitStars(1, 2);
    }

    @Test
    void hoursThatAreTakenBackEndTheDisplay() {
        Starred starred = Starred.fresh(district);
        UUID record = starred.serve(100);
        starred.awaitStars(0, 1);

        starred.refuse(record);

        starred.awaitStars(0, 0);
    }

    @Test
    void anObjectionHoldsTheStarBackUntilSomebodyElseDecides() {
        Starred starred = Starred.onDisplay(district);
        District.Account neighbour = district.somebody();
        UUID objection = starred.object(neighbour);
        Calls.by(neighbour.token())
                .post(starred.path("/objections"), Map.of("reason", "once more"))
                .then()
                .statusCode(409)
                .body("code", is("objected-already"));
        Calls.by(starred.volunteer().token())
                .post(starred.path("/objections"), Map.of("reason", "too much honour"))
                .then()
                .body("code", is("not-for-oneself"));
        starred.endDisplay();
        await().untilAsserted(() -> assertThat(surroundings
                        .database()
                        .count(
                                "select count(*) from due_work where kind = 'star.award' and subject = ?",
                                starred.volunteer().id().toString()))
                .isZero());
        starred.awaitStars(0, 1);

        decide(starred, objection, false).then().statusCode(200).body("answer", is("as agreed"));
        assertThat(surroundings
                        .database()
                        .count(
                                "select count(*) from audit where action = 'star.objection-decision' and subject = ?"
                                        + " and reason is not null",
                                starred.volunteer().id().toString()))
                .isZero();

        starred.awaitStars(1, 0);
        decide(starred, objection, true).then().body("code", is("objection-decided"));
    }

    @Test
    void whoObjectedOnceDoesNotObjectAgainToTheSameDisplay() {
        Starred starred = Starred.onDisplay(district);
        District.Account neighbour = district.somebody();
        decide(starred, starred.object(neighbour), false).then().statusCode(200);

        Calls.by(neighbour.token())
                .post(starred.path("/objections"), Map.of("reason", "once more"))
                .then()
                .statusCode(409)
                .body("code", is("objected-already"));
        starred.object(district.somebody());
    }

    @Test
    void whoeverIsSuspendedWhenTheDisplayEndsGetsNoStarAndIsProposedAgainAfterwards() {
        Starred starred = Starred.onDisplay(district);
        starred.suspend();
        starred.endDisplay();

        starred.awaitStars(0, 0);
        starred.administrator()
                .get(starred.path("/history"))
                .then()
                .body("items.act", contains("PROPOSED", "DECLINED"));
        starred.reinstate();
        starred.serve(1);
        starred.awaitStars(0, 1);
    }

    @Test
    void anObjectionThatIsRightEndsTheDisplayAndTheStarComesBackLater() {
        Starred starred = Starred.onDisplay(district);
        decide(starred, starred.object(district.somebody()), true).then().statusCode(200);

        starred.awaitStars(0, 0);
        starred.serve(99);
        starred.serve(1);
        starred.awaitStars(0, 1);
    }

    @Test
    void aDowngradeNeedsFewerStarsAndAReasonAndStaysInTheHistory() {
        Starred starred = Starred.awarded(district);
        Map<String, Object> one = Map.of("stars", 1, "reason", "as agreed");
        starred.administrator()
                .post(starred.path("/downgrade"), one)
                .then()
                .statusCode(409)
                .body("code", is("stars-not-lower"));

        starred.administrator()
                .post(starred.path("/downgrade"), Map.of("stars", 0, "reason", "三次无故缺席"))
                .then()
                .statusCode(200)
                .body("stars", is(0));

        starred.administrator()
                .get(starred.path("/history"))
                .then()
                .body("items.act", contains("PROPOSED", "AWARDED", "DOWNGRADED"))
                .body("items[2].reason", is("三次无故缺席"));
        byte[] stored = (byte[]) surroundings
                .database()
                .value(
                        "select e.reason_encrypted from star_entry e join star_file f on f.id = e.star_file_id"
                                + " where f.volunteer_id = ? and e.act = 'DOWNGRADED'",
                        starred.volunteer().id());
        assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("缺席");
        starred.serve(50);
        starred.serve(50);
        starred.awaitStars(0, 1);
    }

    private static Response decide(Starred starred, UUID objection, boolean upheld) {
        return starred.administrator()
                .post(
                        starred.path("/objections/" + objection + "/decision"),
                        Map.of("upheld", upheld, "reason", "as agreed"));
    }
}
