package org.linli.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.AccountId;
import org.linli.contracts.Role;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.registration.GrantState;
import org.linli.contracts.registration.RecipientState;
import org.linli.contracts.registration.RegistrationEvent.RecipientLinked;
import org.linli.contracts.registration.RegistrationEvent.RecipientWithdrawn;
import org.linli.contracts.registration.RegistrationEvent.RoleGranted;
import org.linli.kit.Ids;
import org.linli.kit.access.Caller;
import org.linli.kit.access.Rights;
import org.linli.kit.event.Fact;
import org.linli.kit.test.LinliTestResource;
import org.linli.kit.test.Surroundings;

/** The kit's copy of rights, as a service that is told of them by events has it. */
@QuarkusTest
@WithTestResource(LinliTestResource.class)
@DisplayName("The copy of rights")
class RightsTest {
    Surroundings surroundings;

    @Inject
    Rights rights;

    private Town town;
    private String subject;
    private UUID account;

    @BeforeEach
    void somebody() {
        town = new Town(surroundings);
        subject = Surroundings.anyone();
        account = AccountId.of(surroundings.issuer().url(), subject);
    }

    @Test
    void knowsUntilWhenAGrantCountsAndWhereTheVolunteerStands() {
        Instant until = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MICROS);
        UUID grant = Ids.next();
        GrantState state = new GrantState(
                grant,
                account,
                Role.AUDITOR,
                town.district(),
                town.district().substring(0, 6),
                null,
                null,
                null,
                Instant.now().minusSeconds(60),
                until,
                null);

        surroundings.events().publish("registration", Fact.of(grant, 1, null, new RoleGranted(state)));
        town.verify(Ids.next(), subject);

        eventually(caller -> {
            assertThat(caller.grants())
                    .singleElement()
                    .satisfies(held -> assertThat(held.until()).isEqualTo(until));
            assertThat(caller.volunteerStatus()).isEqualTo(VolunteerStatus.VERIFIED);
        });
    }

    @Test
    void followsTheFileOfTheRecipientThatIsInForceInWhateverOrderTheFilesAreTold() {
        UUID first = Ids.next();
        UUID second = Ids.next();
        tell(linked(first));
        eventually(caller -> assertThat(caller.recipientId()).isEqualTo(first));

        // the second file is told before the end of the first, and the beginning of the first once more after both
        tell(linked(second));
        eventually(caller -> assertThat(caller.recipientId()).isEqualTo(second));
        tell(withdrawn(first));
        tell(linked(first));
        UUID volunteer = Ids.next();
        town.verify(volunteer, subject);
        eventually(caller -> assertThat(caller.volunteerId()).isEqualTo(volunteer));
        assertThat(rights.of(account).await().atMost(Duration.ofSeconds(5)).recipientId())
                .isEqualTo(second);

        tell(withdrawn(second));
        eventually(caller -> assertThat(caller.recipientId()).isNull());
    }

    private Fact linked(UUID recipient) {
        return Fact.of(recipient, 2, town.community(), new RecipientLinked(state(recipient, true)));
    }

    private Fact withdrawn(UUID recipient) {
        return Fact.of(recipient, 3, town.community(), new RecipientWithdrawn(state(recipient, false)));
    }

    private RecipientState state(UUID recipient, boolean active) {
        return new RecipientState(
                recipient, account, UUID.randomUUID(), town.community().value(), active);
    }

    private void tell(Fact fact) {
        surroundings.events().publish("registration", fact);
    }

    private void eventually(Consumer<Caller> expectation) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> expectation.accept(rights.of(account).await().atMost(Duration.ofSeconds(5))));
    }
}
