package org.linli.kit.test.sample;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.AccountId;
import org.linli.contracts.Role;
import org.linli.contracts.registration.GrantState;
import org.linli.contracts.registration.RegistrationEvent.RoleGranted;
import org.linli.kit.event.Fact;
import org.linli.kit.test.Surroundings;

/** Operators of the sample service. */
final class Operators {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Operators() {}

    /** A token of a new one; the service knows of the role when this returns. */
    static String token(Surroundings surroundings) {
        String subject = Surroundings.anyone();
        UUID grant = UUID.randomUUID();
        surroundings
                .events()
                .publish(
                        "registration",
                        Fact.of(grant, 1, null, new RoleGranted(state(grant, account(surroundings, subject)))));
        await().atMost(PATIENCE)
                .until(() -> surroundings.database().count("select count(*) from grant_copy where grant_id = ?", grant)
                        == 1);
        return surroundings.issuer().tokenFor(subject);
    }

    private static UUID account(Surroundings surroundings, String subject) {
        return AccountId.of(surroundings.issuer().url(), subject);
    }

    private static GrantState state(UUID grant, UUID account) {
        return new GrantState(
                grant,
                account,
                Role.PLATFORM_OPERATOR,
                "000000000000",
                "",
                null,
                null,
                null,
                Instant.now().minusSeconds(60),
                null,
                null);
    }
}
