package org.linli.points.passbook;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.linli.kit.event.Fact;
import org.linli.kit.test.ConsumerSurvives;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;
import org.linli.points.Town;

/** Each verified volunteer gets one passbook. */
@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("The consumer of registration survives")
class RegistrationConsumerTest extends ConsumerSurvives {
    private Town town;

    @BeforeEach
    void aTown() {
        town = new Town(surroundings);
    }

    @Override
    protected String publisher() {
        return "registration";
    }

    @Override
    protected Fact validFact() {
        return town.verified(UUID.randomUUID(), Surroundings.anyone());
    }

    @Override
    protected long effectsOf(Fact fact, UUID eventId) {
        return surroundings
                .database()
                .count("select count(*) from passbook where volunteer_id = ?", UUID.fromString(fact.subject()));
    }

    /** What reads and makes no sense is refused before PostgreSQL sees it; a volunteer nowhere is such a thing. */
    @Override
    protected Optional<Fact> factThatPostgresRefuses() {
        return Optional.of(town.verifiedNowhere(UUID.randomUUID(), Surroundings.anyone()));
    }
}
