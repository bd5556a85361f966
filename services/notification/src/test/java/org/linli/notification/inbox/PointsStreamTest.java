package org.linli.notification.inbox;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.points.PointsEvent.PostingMade;
import org.linli.contracts.points.PostingState;
import org.linli.kit.event.Fact;
import org.linli.kit.test.ConsumerSurvives;
import org.linli.kit.test.LinliTestResource;

/** A posting for somebody unknown waits: one row for each event. */
@QuarkusTest
@WithTestResource(LinliTestResource.class)
class PointsStreamTest extends ConsumerSurvives {
    private static final DivisionCode DIVISION = DivisionCode.of("530103005005");

    @Override
    protected String publisher() {
        return "points";
    }

    @Override
    protected Fact validFact() {
        return posting(UUID.randomUUID().toString());
    }

    @Override
    protected long effectsOf(Fact fact, UUID eventId) {
        return surroundings.database().count("select count(*) from waiting_message where event_id = ?", eventId);
    }

    /** PostgreSQL's text cannot hold U+0000, and a subject may be any text. */
    @Override
    protected Optional<Fact> factThatPostgresRefuses() {
        return Optional.of(posting("a\u0000b"));
    }

    private static Fact posting(String subject) {
        UUID volunteer = UUID.randomUUID();
        PostingState state = new PostingState(
                UUID.randomUUID(),
                UUID.randomUUID(),
                volunteer,
                DIVISION.value(),
                "POINTS",
                100,
                100,
                "service-hours",
                1,
                UUID.randomUUID(),
                Instant.now());
        return Fact.of(subject, 1, DIVISION, new PostingMade(state));
    }
}
