package org.linli.notification.inbox;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.registration.RegistrationEvent.TeamFounded;
import org.linli.contracts.registration.TeamState;
import org.linli.contracts.registration.TeamState.TeamKind;
import org.linli.kit.event.Fact;
import org.linli.kit.test.ConsumerSurvives;
import org.linli.kit.test.LinliTestResource;

/** A team is copied: one row for each. */
@QuarkusTest
@WithTestResource(LinliTestResource.class)
class RegistrationStreamTest extends ConsumerSurvives {
    private static final DivisionCode DIVISION = DivisionCode.of("530103005005");

    @Override
    protected String publisher() {
        return "registration";
    }

    @Override
    protected Fact validFact() {
        return founded("老邻居");
    }

    @Override
    protected long effectsOf(Fact fact, UUID eventId) {
        return surroundings
                .database()
                .count("select count(*) from team_copy where team_id = ?", UUID.fromString(fact.subject()));
    }

    /** A team without a name. */
    @Override
    protected Optional<Fact> factThatPostgresRefuses() {
        return Optional.of(founded(null));
    }

    private static Fact founded(String name) {
        UUID team = UUID.randomUUID();
        TeamState state =
                new TeamState(team, name, TeamKind.COMMUNITY, DIVISION.value(), "530103005005", null, null, List.of());
        return Fact.of(team, 1, DIVISION, new TeamFounded(state));
    }
}
