package org.linli.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ActivityEvent.ServiceRecordConfirmed;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.contracts.activity.ServiceRecordState.Provenance;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;
import org.linli.kit.event.Fact;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.OnTopic;
import org.linli.kit.test.Surroundings;

/** Topics are consumed side by side; an inbox has one row of numbers all the same. */
@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("What two topics tell one person at once")
class ParallelDeliveryTest {
    private static final DivisionCode HOME = DivisionCode.of("530103005005");
    private static final int EACH = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    Surroundings surroundings;

    @AfterEach
    void mendTheWire() {
        surroundings.postgresWire().restore();
    }

    @Test
    @DisplayName("is numbered without gaps, told once, and never set aside")
    void isNumberedWithoutGaps() {
        Story story = new Story(surroundings);
        List<String> events = new ArrayList<>();
        // an outage gathers all of it, so that both topics arrive in the same moment
        surroundings.postgresWire().cut();
        for (int number = 1; number <= EACH; number++) {
            UUID points = UUID.randomUUID();
            story.pointsPosted(points, number, 100, 100L * number);
            events.add(points.toString());
            events.add(confirmed(story.volunteerId()).toString());
        }
        surroundings.postgresWire().restore();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(story.numbers()).hasSize(2 * EACH));
        assertThat(story.numbers())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 2 * EACH).boxed().toList());
        await().atMost(PATIENCE).until(() -> surroundings.database().count("select count(*) from outbox") == 0);
        assertThat(surroundings.events().all(surroundings.deadTopic()))
                .extracting(OnTopic::id)
                .doesNotContainAnyElementsOf(events);
    }

    private UUID confirmed(UUID volunteer) {
        UUID id = UUID.randomUUID();
        ServiceRecordState state = new ServiceRecordState(
                id,
                volunteer,
                UUID.randomUUID(),
                null,
                null,
                HOME.value(),
                ServiceCategory.MEALS,
                Provenance.SCANNED,
                RecordStatus.CONFIRMED,
                90,
                LocalDate.of(2026, 3, 2),
                Instant.parse("2026-03-02T01:00:00Z"),
                Instant.parse("2026-03-02T02:30:00Z"),
                true,
                null,
                null);
        return surroundings.events().publish("activity", Fact.of(id, 1, HOME, new ServiceRecordConfirmed(state)));
    }
}
