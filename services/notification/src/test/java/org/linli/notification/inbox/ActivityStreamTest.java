package org.linli.notification.inbox;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ActivityEvent.RequestVerified;
import org.linli.contracts.activity.RequestState;
import org.linli.contracts.activity.RequestStatus;
import org.linli.kit.event.Fact;
import org.linli.kit.test.ConsumerSurvives;
import org.linli.kit.test.LinliTestResource;

/** A verified order of a recipient whose sign-in is not linked yet waits: one row for each event. */
@QuarkusTest
@WithTestResource(LinliTestResource.class)
class ActivityStreamTest extends ConsumerSurvives {
    private static final DivisionCode DIVISION = DivisionCode.of("530103005005");

    @Override
    protected String publisher() {
        return "activity";
    }

    @Override
    protected Fact validFact() {
        return verified(UUID.randomUUID().toString());
    }

    @Override
    protected long effectsOf(Fact fact, UUID eventId) {
        return surroundings.database().count("select count(*) from waiting_message where event_id = ?", eventId);
    }

    /** PostgreSQL's text cannot hold U+0000, and a subject may be any text. */
    @Override
    protected Optional<Fact> factThatPostgresRefuses() {
        return Optional.of(verified("a\u0000b"));
    }

    private static Fact verified(String subject) {
        RequestState state = new RequestState(
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                DIVISION.value(),
                ServiceCategory.MEALS,
                RequestStatus.VERIFIED,
                null,
                null,
                null,
                Instant.now(),
                5,
                1);
        return Fact.of(subject, 1, DIVISION, new RequestVerified(state));
    }
}
