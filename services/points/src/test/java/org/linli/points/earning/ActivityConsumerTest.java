package org.linli.points.earning;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.linli.contracts.activity.ActivityEvent.ServiceRecordConfirmed;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.kit.event.Fact;
import org.linli.kit.test.ConsumerSurvives;
import org.linli.kit.test.LinliTestResource;
import org.linli.points.Town;

/** Each record earns one posting: counted in the ledger itself. */
@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("The consumer of activity survives")
class ActivityConsumerTest extends ConsumerSurvives {
    private Town town;
    private UUID volunteer;
    private int days;

    @BeforeEach
    void aVolunteer() {
        town = new Town(surroundings);
        volunteer = town.volunteer().id();
    }

    @Override
    protected String publisher() {
        return "activity";
    }

    /** Each on a day of its own, below the cap. */
    @Override
    protected Fact validFact() {
        return town.confirmed(town.hours(volunteer, 60, LocalDate.of(2026, 1, 1).plusDays(days++)));
    }

    @Override
    protected long effectsOf(Fact fact, UUID eventId) {
        ServiceRecordState hours = ((ServiceRecordConfirmed) fact.event()).serviceRecord();
        return surroundings
                .database()
                .count(
                        "select count(*) from posting p join source_event s on s.event_id = p.entry_id"
                                + " where p.cause_id = ? and s.event_id = ? and s.postings = 1",
                        hours.recordId(),
                        eventId);
    }

    /** A day that no calendar of PostgreSQL reaches. */
    @Override
    protected Optional<Fact> factThatPostgresRefuses() {
        return Optional.of(town.confirmed(town.hours(volunteer, 60, LocalDate.of(9_999_999, 1, 1))));
    }
}
