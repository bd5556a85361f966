package org.linli.activity.copy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.linli.contracts.AgeBand;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.registration.RegistrationEvent.VolunteerVerified;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.event.Fact;
import org.linli.kit.test.ConsumerSurvives;
import org.linli.kit.test.LinliTestResource;

@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("The copies of registration survive what a topic and a database do to them")
class RegistrationConsumerTest extends ConsumerSurvives {

    @Override
    protected String publisher() {
        return "registration";
    }

    @Override
    protected Fact validFact() {
        return fact("530103005005");
    }

    @Override
    protected long effectsOf(Fact fact, UUID eventId) {
        return surroundings
                .database()
                .count("select count(*) from volunteer_copy where volunteer_id = ?", UUID.fromString(fact.subject()));
    }

    @Override
    protected Optional<Fact> factThatPostgresRefuses() {
        return Optional.of(fact("not a division"));
    }

    private static Fact fact(String division) {
        UUID volunteer = UUID.randomUUID();
        VolunteerState state = new VolunteerState(
                volunteer,
                UUID.randomUUID(),
                VolunteerStatus.VERIFIED,
                division,
                AgeBand.FROM_60,
                List.of("cooking"),
                List.of(ServiceCategory.MEALS));
        return Fact.of(volunteer, 1, new DivisionCode("530103005005"), new VolunteerVerified(state));
    }
}
