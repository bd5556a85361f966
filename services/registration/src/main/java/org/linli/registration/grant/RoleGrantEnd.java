package org.linli.registration.grant;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.Role;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.time.LinliClock;
import org.linli.registration.RegistrationRefusal;

/** Takes every role of a sign-in away, in the current Hibernate session. */
@ApplicationScoped
public class RoleGrantEnd {
    private final RoleGrantRepository grants;
    private final Outbox outbox;
    private final LinliClock clock;

    @Inject
    RoleGrantEnd(RoleGrantRepository grants, Outbox outbox, LinliClock clock) {
        this.grants = grants;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Ends them all; refused for the last operator.
     *
     * @param account null if there is none
     * @param by under what it is written down
     */
    public Uni<Outcome<Void>> endAll(UUID account, UUID by) {
        if (account == null) {
            return Steps.decided(Outcome.done(null));
        }
        return grants.lockOperators()
                .chain(operators -> grants.lockOf(account)
                        .map(own -> unlessLast(own, operators))
                        .chain(allowed -> Steps.keep(allowed, own -> end(own, by))));
    }

    private Outcome<List<RoleGrant>> unlessLast(List<RoleGrant> own, List<RoleGrant> operators) {
        boolean last = own.stream()
                .filter(grant -> grant.role() == Role.PLATFORM_OPERATOR)
                .anyMatch(grant -> operators.stream()
                        .filter(other -> !other.accountId().equals(grant.accountId()))
                        .noneMatch(other -> other.isOtherOpenThan(grant, clock.now())));
        return last ? Outcome.refused(RegistrationRefusal.LAST_OPERATOR) : Outcome.done(own);
    }

    private Uni<Void> end(List<RoleGrant> own, UUID by) {
        return Multi.createFrom()
                .iterable(own)
                .onItem()
                .transformToUniAndConcatenate(grant -> end(grant, by))
                .collect()
                .last();
    }

    private Uni<Void> end(RoleGrant grant, UUID by) {
        return switch (grant.revoke(by, clock.now())) {
            case Outcome.Refused<RegistrationEvent> before -> Uni.createFrom().voidItem();
            case Outcome.Done<RegistrationEvent>(RegistrationEvent event) ->
                grants.flush().chain(() -> outbox.add(Fact.of(grant.id(), grant.sequence(), grant.division(), event)));
        };
    }
}
