package org.linli.registration.grant;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.linli.kit.time.LinliClock;

/** What other features may ask about role grants, in the current Hibernate session. */
@ApplicationScoped
public class RoleGrantLookup {
    private final RoleGrantRepository grants;
    private final LinliClock clock;

    @Inject
    RoleGrantLookup(RoleGrantRepository grants, LinliClock clock) {
        this.grants = grants;
        this.clock = clock;
    }

    /** The grants of an account in force now, oldest first. */
    public Uni<List<RoleGrantView>> inForce(UUID accountId) {
        return grants.inForce(accountId, clock.now())
                .map(found -> found.stream().map(RoleGrant::view).toList());
    }
}
