package org.linli.kit.test.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("A record that is handed to its consumer again")
class RedriveTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WAITING = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and wait_event_type = 'Lock'";

    Surroundings surroundings;

    private Desk desk;

    @BeforeEach
    void comeIn() {
        desk = Desk.of(surroundings);
    }

    @Test
    @DisplayName("is only tried in a dry run, which says what it would change and changes nothing")
    void isOnlyTriedInADryRun() {
        // Given
        String place = Desk.somewhere();
        long letter = desk.refused(place);
        // When nothing is mended
        JsonPath before = desk.done("trial", letter);
        // Then
        assertThat(before.getString("results[0].result")).isEqualTo("REFUSED");
        assertThat(before.getString("results[0].cause.text")).isEqualTo("SQLSTATE 23503 heard_at_a_place");
        // When it is
        desk.found(place);
        JsonPath mended = desk.done("trial", letter);
        // Then
        assertThat(mended.getString("results[0].result")).isEqualTo("CONSUMED");
        assertThat(mended.getList("results[0].effects"))
                .isEqualTo(List.of(Map.of("table", "heard", "inserted", 1, "updated", 0, "deleted", 0)));
        assertThat(mended.getInt("counts.CONSUMED")).isOne();
        assertThat(desk.heardAt(place)).isZero();
        JsonPath after = desk.letter(letter);
        assertThat(after.getString("letter.state")).isEqualTo("WAITING");
        assertThat(after.getInt("letter.attempts")).isOne();
        assertThat(desk.acts("dead-letter.redriven", letter)).isZero();
    }

    @Test
    @DisplayName("takes effect once, even if two operators do it at the same time")
    void takesEffectOnce() throws SQLException {
        // Given
        String place = Desk.somewhere();
        long letter = desk.refused(place);
        desk.found(place);
        List<Desk> operators = List.of(desk, Desk.of(surroundings));
        // When neither can be done before the other has begun
        List<CompletableFuture<JsonPath>> both;
        try (Connection locker = surroundings.database().connect()) {
            locker.setAutoCommit(false);
            locker.createStatement().execute("lock table heard in share row exclusive mode");
            both = operators.stream()
                    .map(one -> CompletableFuture.supplyAsync(
                            () -> one.done("redrive", letter), Thread::startVirtualThread))
                    .toList();
            await().atMost(PATIENCE).until(() -> surroundings.database().count(WAITING) >= 2);
            locker.commit();
        }
        List<String> results = both.stream()
                .map(one -> one.join().getString("results[0].result"))
                .toList();
        // Then
        assertThat(results).containsExactlyInAnyOrder("CONSUMED", "SETTLED");
        assertThat(desk.heardAt(place)).isOne();
        assertThat(desk.acts("dead-letter.redriven", letter)).isOne();
        JsonPath after = desk.letter(letter);
        assertThat(after.getString("letter.state")).isEqualTo("REDRIVEN");
        assertThat(after.getInt("letter.attempts")).isEqualTo(2);
        assertThat(after.getString("letter.settledBy")).isNotBlank();
    }

    @Test
    @DisplayName("is done once with all that fail alike, by two operators together")
    void isDoneOnceWithAGroup() {
        // Given twelve of one cause, which no other test has
        List<String> places = Stream.generate(Desk::somewhere).limit(12).toList();
        List<Long> letters = places.stream().map(desk::refused).toList();
        String group = "g" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        letters.forEach(letter ->
                surroundings.database().execute("update dead_letter set cause_group = ? where id = ?", group, letter));
        places.forEach(desk::found);
        // When
        Map<String, Object> some = Map.of("group", group, "limit", 8);
        List<CompletableFuture<JsonPath>> both = Stream.of(desk, Desk.of(surroundings))
                .map(one -> CompletableFuture.supplyAsync(() -> one.done("redrive", some), Thread::startVirtualThread))
                .toList();
        both.forEach(CompletableFuture::join);
        JsonPath rest = desk.done("redrive", some);
        // Then
        List<Long> consumed = Stream.concat(both.stream().map(CompletableFuture::join), Stream.of(rest))
                .flatMap(report -> report.getList("results.letter", Long.class).stream())
                .toList();
        assertThat(consumed).containsExactlyInAnyOrderElementsOf(letters);
        assertThat(places).allSatisfy(place -> assertThat(desk.heardAt(place)).isOne());
        assertThat(rest.getString("next")).isNull();
    }

    @Test
    @DisplayName("stays if it fails again, with its new cause")
    void staysIfItFailsAgain() {
        // Given one that an older version refused for another cause
        long letter = desk.refused(Desk.somewhere());
        surroundings
                .database()
                .execute(
                        "update dead_letter set kind = 'UNREADABLE', cause = 'unknown type', cause_group = 'g0'"
                                + " where id = ?",
                        letter);
        // When
        JsonPath report = desk.done("redrive", letter);
        // Then
        assertThat(report.getString("results[0].result")).isEqualTo("REFUSED");
        JsonPath after = desk.letter(letter);
        assertThat(after.getString("letter.state")).isEqualTo("WAITING");
        assertThat(after.getString("letter.cause.text")).isEqualTo("SQLSTATE 23503 heard_at_a_place");
        assertThat(after.getString("letter.group")).matches("g[0-9a-f]{12}");
        assertThat(after.getInt("letter.attempts")).isEqualTo(2);
    }

    @Test
    @DisplayName("is held while an earlier one about the same waits, and goes behind it in the same call")
    void isHeldBehindAnEarlierOne() {
        // Given
        UUID subject = UUID.randomUUID();
        String here = Desk.somewhere();
        String there = Desk.somewhere();
        long first = desk.refused(subject, 1, here);
        long second = desk.refused(subject, 2, there);
        desk.found(there);
        // When the second could be consumed and the first could not
        JsonPath alone = desk.done("redrive", second);
        JsonPath both = desk.done("redrive", Map.of("letters", List.of(second, first)));
        // Then
        assertThat(alone.getString("results[0].result")).isEqualTo("HELD");
        assertThat(alone.getLong("results[0].behind")).isEqualTo(first);
        assertThat(both.getList("results.letter", Long.class)).containsExactly(first, second);
        assertThat(both.getList("results.result")).containsExactly("REFUSED", "HELD");
        assertThat(desk.heardAt(there)).isZero();
        // When the first is mended
        desk.found(here);
        JsonPath mended = desk.done("redrive", Map.of("letters", List.of(second, first)));
        // Then
        assertThat(mended.getList("results.letter", Long.class)).containsExactly(first, second);
        assertThat(mended.getList("results.result")).containsExactly("CONSUMED", "CONSUMED");
    }

    @Test
    @DisplayName("goes on without an earlier one that was discarded, and what was discarded is never consumed")
    void goesOnWithoutADiscardedOne() {
        // Given
        UUID subject = UUID.randomUUID();
        String here = Desk.somewhere();
        String there = Desk.somewhere();
        long first = desk.refused(subject, 1, here);
        long second = desk.refused(subject, 2, there);
        desk.found(here);
        desk.found(there);
        // When
        Map<String, Object> unwanted = Map.of("letters", List.of(first), "reason", "told by mistake");
        JsonPath discarded = desk.done("discard", unwanted);
        JsonPath rest = desk.done("redrive", Map.of("letters", List.of(first, second)));
        // Then
        assertThat(discarded.getList("results.result")).containsExactly("DISCARDED");
        assertThat(rest.getList("results.result")).containsExactly("SETTLED", "CONSUMED");
        assertThat(desk.heardAt(here)).isZero();
        assertThat(desk.heardAt(there)).isOne();
        assertThat(desk.letter(first).getString("letter.reason")).isEqualTo("told by mistake");
        assertThat(desk.acts("dead-letter.discarded", first)).isOne();
        assertThat(desk.get("?state=DISCARDED&limit=200").getList("items.id", Long.class))
                .contains(first);
    }

    @Test
    @DisplayName("is as if nothing had been done if the service dies before the commit")
    void isAsIfNothingHadBeenDone() {
        // Given
        String place = Desk.somewhere();
        long letter = desk.refused(place);
        desk.found(place);
        String key = UUID.randomUUID().toString();
        Map<String, Object> chosen = Map.of("letters", List.of(letter));
        // When
        surroundings.arm("letters-consumed");
        Response died = desk.call("redrive", chosen, key);
        // Then
        assertThat(died.statusCode()).isEqualTo(500);
        assertThat(desk.heardAt(place)).isZero();
        assertThat(desk.letter(letter).getString("letter.state")).isEqualTo("WAITING");
        // When it is asked for again
        Response again = desk.call("redrive", chosen, key);
        // Then
        assertThat(again.jsonPath().getString("results[0].result")).isEqualTo("CONSUMED");
        assertThat(desk.heardAt(place)).isOne();
    }

    @Test
    @DisplayName("is not done again if the service dies before it answers")
    void isNotDoneAgain() {
        // Given
        String place = Desk.somewhere();
        long letter = desk.refused(place);
        desk.found(place);
        String key = UUID.randomUUID().toString();
        Map<String, Object> chosen = Map.of("letters", List.of(letter));
        // When
        surroundings.arm("answer-committed");
        Response died = desk.call("redrive", chosen, key);
        Response again = desk.call("redrive", chosen, key);
        // Then
        assertThat(died.statusCode()).isEqualTo(500);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.jsonPath().getString("results[0].result")).isEqualTo("CONSUMED");
        assertThat(desk.heardAt(place)).isOne();
        assertThat(desk.acts("dead-letter.redriven", letter)).isOne();
    }

    @Test
    @DisplayName("must be there, and named one way only")
    void mustBeThereAndNamedOneWayOnly() {
        long letter = desk.refused(Desk.somewhere());
        String key = UUID.randomUUID().toString();
        assertThat(desk.call("redrive", Map.of("letters", List.of(letter, Long.MAX_VALUE)), key)
                        .statusCode())
                .isEqualTo(404);
        Response unclear = desk.call("trial", Map.of("letters", List.of(letter), "group", "g0123456789ab"), key);
        assertThat(unclear.statusCode()).isEqualTo(400);
        assertThat(unclear.jsonPath().getString("field")).isEqualTo("group");
        assertThat(desk.call("trial", Map.of(), key).jsonPath().getString("field"))
                .isEqualTo("letters");
    }
}
