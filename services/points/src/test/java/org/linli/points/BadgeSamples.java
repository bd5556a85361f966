package org.linli.points;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.linli.contracts.Role;
import org.linli.kit.test.Sample;
import org.linli.kit.test.Surroundings;

/** A call that succeeds for every operation on badges. */
final class BadgeSamples {
    private static final String BADGES = "/api/v1/badges";
    private static final String RULES = "/api/v1/badge-rules";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Surroundings surroundings;

    private BadgeSamples(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    static Map<String, Supplier<Sample>> all(Surroundings surroundings) {
        BadgeSamples samples = new BadgeSamples(surroundings);
        return Map.of(
                "GET " + BADGES,
                samples::list,
                "GET " + BADGES + "/{id}",
                () -> samples.ofHolder(""),
                "GET " + BADGES + "/{id}/credential",
                () -> samples.ofHolder("/credential"),
                "POST " + BADGES + "/{id}/revocation",
                samples::revocation,
                "GET " + RULES,
                () -> Sample.of(RULES, samples.anybody()),
                "GET " + RULES + "/{id}",
                () -> Sample.of(RULES + "/" + samples.rule(), samples.anybody()),
                "POST " + RULES,
                samples::publication,
                "POST " + RULES + "/{id}/closing",
                samples::closing);
    }

    private Sample list() {
        Town.Person volunteer = new Town(surroundings).volunteer();
        return Sample.of(BADGES + "?volunteerId=" + volunteer.id(), volunteer.token());
    }

    private Sample ofHolder(String below) {
        Town town = new Town(surroundings);
        Town.Person volunteer = town.volunteer();
        return Sample.of(BADGES + "/" + awarded(town, volunteer) + below, volunteer.token());
    }

    private Sample revocation() {
        Town town = new Town(surroundings);
        UUID award = awarded(town, town.volunteer());
        return Sample.of(
                BADGES + "/" + award + "/revocation",
                Map.of("reason", "as agreed"),
                town.official(Role.DISTRICT_ADMINISTRATOR));
    }

    private UUID awarded(Town town, Town.Person volunteer) {
        town.tell(town.confirmed(town.hours(volunteer.id(), 60, LocalDate.of(2026, 5, 1))));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(surroundings
                                .database()
                                .count("select count(*) from badge_award where volunteer_id = ?", volunteer.id()))
                        .isOne());
        return (UUID)
                surroundings.database().value("select id from badge_award where volunteer_id = ?", volunteer.id());
    }

    private Sample publication() {
        Map<String, Object> terms = Map.of(
                "code",
                "b-" + UUID.randomUUID().toString().substring(0, 20),
                "kind",
                "REVIEW_AVERAGE",
                "threshold",
                480,
                "minimumReviews",
                20,
                "name",
                "好评如潮",
                "description",
                "至少二十次评价,平均四点八星。",
                "validFrom",
                LocalDate.now().plusYears(5).toString());
        return Sample.of(RULES, terms, new Town(surroundings).operator());
    }

    private Sample closing() {
        return Sample.of(
                RULES + "/" + rule() + "/closing",
                Map.of("validUntil", someDay().toString()),
                new Town(surroundings).operator());
    }

    /** Another one each time, so that two closings are two bodies. */
    private static LocalDate someDay() {
        return LocalDate.now().plusYears(9).plusDays(ThreadLocalRandom.current().nextInt(9999));
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

    private String anybody() {
        return surroundings.issuer().tokenFor(Surroundings.anyone());
    }
}
