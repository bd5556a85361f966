package org.linli.kit.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.EventCatalog;
import org.linli.kit.event.Fact;

/**
 * What a consumer must survive: the same record twice, records that nobody can read, a database that goes away, a
 * record that PostgreSQL refuses in the middle of a batch. Subclasses, one for each topic and kind of effect, carry
 * {@code @QuarkusTest} and {@code @WithTestResource(LinliTestResource.class)}.
 */
public abstract class ConsumerSurvives {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONG_ENOUGH_TO_ACKNOWLEDGE = Duration.ofSeconds(2);
    private static final int MANY = 150;

    /** Filled by {@link LinliTestResource}. */
    protected Surroundings surroundings;

    /** The service that publishes what is consumed, for example {@code registration}. */
    protected abstract String publisher();

    /** A new fact, about a new subject, that has exactly one effect. */
    protected abstract Fact validFact();

    /**
     * How many effects a fact has had by now, counted in the database: 0 before it was consumed, 1 after.
     *
     * @param fact one of {@link #validFact()}
     * @param eventId under which it was published
     */
    protected abstract long effectsOf(Fact fact, UUID eventId);

    /**
     * A fact that reads but that PostgreSQL refuses (a text too long, a number out of range); empty, with a reason in a
     * comment, where the effect's table can hold everything that reads.
     */
    protected abstract Optional<Fact> factThatPostgresRefuses();

    @AfterEach
    public void mendTheWire() {
        surroundings.postgresWire().restore();
    }

    @Test
    @DisplayName("The same record twice has one effect")
    public void theSameRecordTwiceHasOneEffect() {
        Fact fact = validFact();
        UUID id = surroundings.events().publish(publisher(), fact);
        awaitEffect(fact, id);
        surroundings.events().publish(publisher(), fact, id);
        surroundings.events().publish(publisher(), fact, id);
        awaitEverythingConsumed();
        assertThat(effectsOf(fact, id)).isOne();
        assertNotSetAside(id);
    }

    @Test
    @DisplayName("The same record twice in one batch has one effect")
    public void theSameRecordTwiceInOneBatchHasOneEffect() {
        Fact fact = validFact();
        UUID id = UUID.randomUUID();
        surroundings.postgresWire().cut();
        surroundings.events().publish(publisher(), validFact());
        surroundings.events().publish(publisher(), fact, id);
        surroundings.events().publish(publisher(), fact, id);
        surroundings.postgresWire().restore();
        awaitEffect(fact, id);
        awaitEverythingConsumed();
        assertThat(effectsOf(fact, id)).isOne();
        assertNotSetAside(id);
    }

    @Test
    @DisplayName("Records that nobody can read are set aside and the others take effect")
    public void recordsThatNobodyCanReadAreSetAside() {
        Events events = surroundings.events();
        String topic = "linli." + publisher();
        Map<Fact, UUID> published = new LinkedHashMap<>();
        publish(published, 3);
        Fact before = published.keySet().iterator().next();
        String type = EventCatalog.typeOf(before.event().getClass()).value();
        int deadBefore = events.all(surroundings.deadTopic()).size();
        List<UUID> poison = List.of(
                events.poisonBrokenJson(topic, type),
                events.poisonWithoutHeaders(topic),
                events.poisonJsonNull(topic, type),
                events.poisonHeaderWithoutValue(topic, type),
                events.poisonUnknownType(topic));
        events.poisonEmpty(topic);
        publish(published, 3);
        published.forEach(this::awaitEffect);
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<OnTopic> dead = events.all(surroundings.deadTopic());
            assertThat(dead).hasSize(deadBefore + poison.size() + 1);
            assertThat(dead)
                    .extracting(OnTopic::key)
                    .containsAll(poison.stream().map(UUID::toString).toList());
            assertThat(dead)
                    .allSatisfy(letter -> assertThat(letter.headers())
                            .containsKeys("linli_dead_reason", "linli_dead_topic", "linli_dead_offset"));
        });
        poison.forEach(id -> assertWaits(id.toString(), "UNREADABLE"));
    }

    @Test
    @DisplayName("What arrives while the database is away takes effect once when it is back")
    public void whatArrivesWhileTheDatabaseIsAwayTakesEffectOnce() {
        Map<Fact, UUID> published = new LinkedHashMap<>();
        surroundings.postgresWire().cut();
        publish(published, 20);
        surroundings.postgresWire().restore();
        published.forEach(this::awaitEffect);
        awaitEverythingConsumed();
        published.forEach((fact, id) -> assertThat(effectsOf(fact, id)).isOne());
    }

    @Test
    @DisplayName("What is not committed is not acknowledged: a consumer that died now would read it again")
    public void whatIsNotCommittedIsNotAcknowledged() {
        awaitEverythingConsumed();
        Map<Fact, UUID> published = new LinkedHashMap<>();
        surroundings.postgresWire().cut();
        publish(published, 3);
        await().during(LONG_ENOUGH_TO_ACKNOWLEDGE).atMost(PATIENCE).until(() -> unconsumed() == published.size());
        surroundings.postgresWire().restore();
        published.forEach(this::awaitEffect);
        awaitEverythingConsumed();
    }

    @Test
    @DisplayName("A database that goes away and comes back in the middle of a stream costs and doubles nothing")
    public void aDatabaseThatGoesAwayInTheMiddleCostsNothing() {
        Map<Fact, UUID> published = new LinkedHashMap<>();
        for (int cut = 0; cut < 3; cut++) {
            publish(published, MANY / 3);
            surroundings.postgresWire().cut();
            publish(published, 5);
            surroundings.postgresWire().restore();
        }
        published.forEach(this::awaitEffect);
        awaitEverythingConsumed();
        published.forEach((fact, id) -> assertThat(effectsOf(fact, id)).isOne());
    }

    @Test
    @DisplayName("A database that accepts connections and never answers is survived")
    public void aDatabaseThatNeverAnswersIsSurvived() {
        Map<Fact, UUID> published = new LinkedHashMap<>();
        surroundings.postgresWire().halfOpen();
        publish(published, 5);
        surroundings.postgresWire().restore();
        published.forEach(this::awaitEffect);
        awaitEverythingConsumed();
        published.forEach((fact, id) -> assertThat(effectsOf(fact, id)).isOne());
    }

    @Test
    @DisplayName("A record that PostgreSQL refuses is set aside and the rest of its batch takes effect")
    public void aRecordThatPostgresRefusesIsSetAside() {
        Optional<Fact> refused = factThatPostgresRefuses();
        Assumptions.assumeTrue(refused.isPresent(), "nothing that reads is refused by this effect's table");
        Map<Fact, UUID> published = new LinkedHashMap<>();
        // the outage gathers all of it into few batches
        surroundings.postgresWire().cut();
        publish(published, 10);
        UUID poison = surroundings.events().publish(publisher(), refused.get());
        publish(published, 10);
        surroundings.postgresWire().restore();
        published.forEach(this::awaitEffect);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(surroundings.events().all(surroundings.deadTopic()))
                        .extracting(OnTopic::id)
                        .containsOnlyOnce(poison.toString()));
        assertWaits(poison.toString(), "DATABASE", "UNUSABLE");
        awaitEverythingConsumed();
        published.forEach((fact, id) -> assertThat(effectsOf(fact, id)).isOne());
    }

    private void publish(Map<Fact, UUID> published, int count) {
        for (int number = 0; number < count; number++) {
            Fact fact = validFact();
            published.put(fact, surroundings.events().publish(publisher(), fact));
        }
    }

    private void awaitEffect(Fact fact, UUID id) {
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(effectsOf(fact, id))
                        .as("effects of " + fact.event().getClass().getSimpleName())
                        .isPositive());
    }

    /** A unique key refuses what comes again, too; but a repetition is no dead letter. */
    private void assertNotSetAside(UUID id) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(surroundings.database().count("select count(*) from outbox"))
                        .isZero());
        assertThat(surroundings.events().all(surroundings.deadTopic()))
                .extracting(OnTopic::id)
                .doesNotContain(id.toString());
    }

    /** Once, where operators see it, with a cause of one of these kinds; found by its key or by its id. */
    private void assertWaits(String keyOrId, String... kinds) {
        assertThat(surroundings
                        .database()
                        .count(
                                "select count(*) from dead_letter where state = 'WAITING' and kind = any (?)"
                                        + " and (key = ? or position(? in convert_from(headers, 'UTF8')) > 0)",
                                kinds,
                                keyOrId,
                                keyOrId))
                .isOne();
    }

    private void awaitEverythingConsumed() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(unconsumed()).isZero());
    }

    private long unconsumed() {
        return surroundings.events().unconsumed("linli." + publisher(), surroundings.service());
    }
}
