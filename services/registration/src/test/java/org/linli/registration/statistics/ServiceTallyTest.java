package org.linli.registration.statistics;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;
import org.linli.kit.event.Fact;
import org.linli.kit.test.ConsumerSurvives;
import org.linli.kit.test.LinliTestResource;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("The tally of hours")
class ServiceTallyTest extends ConsumerSurvives {
    private static final int MINUTES = 7;

    @Override
    protected String publisher() {
        return "activity";
    }

    @Override
    protected Fact validFact() {
        return Entries.fact(
                UUID.randomUUID(), 2, UUID.randomUUID(), LocalDate.of(2026, 11, 23), RecordStatus.CONFIRMED, MINUTES);
    }

    @Override
    protected long effectsOf(Fact fact, UUID eventId) {
        return surroundings
                .database()
                .count(
                        "select coalesce(sum(minutes) / ?, 0) from volunteer_service where period = '2026-11' and"
                                + " volunteer_id = (select volunteer_id from counted_service where record_id = ?)",
                        MINUTES,
                        UUID.fromString(fact.subject()));
    }

    @Override
    protected Optional<Fact> factThatPostgresRefuses() {
        // every number that reads as one is either refused before any SQL or fits the column
        return Optional.empty();
    }
}
