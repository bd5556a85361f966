package org.linli.kit.test.sample;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Optional;
import java.util.UUID;
import org.linli.contracts.DivisionLevel;
import org.linli.contracts.registration.DivisionState;
import org.linli.contracts.registration.RegistrationEvent.DivisionRecorded;
import org.linli.kit.event.Fact;
import org.linli.kit.test.ConsumerSurvives;
import org.linli.kit.test.LinliTestResource;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
class HeardConsumerSurvivesTest extends ConsumerSurvives {

    @Override
    protected String publisher() {
        return "registration";
    }

    @Override
    protected Fact validFact() {
        return fact("short");
    }

    @Override
    protected long effectsOf(Fact fact, UUID eventId) {
        return surroundings.database().count("select count(*) from heard where event_id = ?", eventId);
    }

    @Override
    protected Optional<Fact> factThatPostgresRefuses() {
        return Optional.of(fact("longer than the column allows"));
    }

    static Fact fact(String name) {
        DivisionState state =
                new DivisionState("530103005005", name, DivisionLevel.COMMUNITY, "530103005000", null, null, null);
        return Fact.of(UUID.randomUUID(), 1, null, new DivisionRecorded(state));
    }
}
