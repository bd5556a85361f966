package org.linli.registration.grant;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.AccountId;
import org.linli.contracts.Role;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.time.LinliClock;

/**
 * Gives the one operator by configuration (decision 8) the role, once in the life of the data: the id of the grant
 * follows from the account, so that a revoked one stays revoked.
 */
@ApplicationScoped
class OperatorUseCase {
    private final RoleGrantRepository grants;
    private final Outbox outbox;
    private final LinliClock clock;

    @Inject
    OperatorUseCase(RoleGrantRepository grants, Outbox outbox, LinliClock clock) {
        this.grants = grants;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Gives the role if it was never given; replicas that start at once wait for each other. */
    @WithTransaction
    Uni<Void> ensure(String issuer, String subject) {
        UUID account = AccountId.of(issuer, subject);
        UUID id = AccountId.nameBased(account, "operator by configuration");
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(pg_advisory_xact_lock(:key) as text)", String.class)
                        .setParameter("key", id.getMostSignificantBits())
                        .getSingleResult())
                .chain(locked -> grants.findById(id))
                .chain(found ->
                        found == null ? give(id, account) : Uni.createFrom().voidItem());
    }

    private Uni<Void> give(UUID id, UUID account) {
        Instant now = clock.now();
        RoleGrant.Period always = new RoleGrant.Period(now, null);
        RoleGrant grant =
                RoleGrant.give(id, account, Role.PLATFORM_OPERATOR, GrantReach.everywhere(), always, null, now);
        return grants.persistAndFlush(grant)
                .chain(stored -> outbox.add(Fact.of(grant.id(), grant.sequence(), null, grant.granted())));
    }
}
