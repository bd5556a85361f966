package org.linli.activity.request;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.activity.Steps;
import org.linli.activity.request.RequestChange.Target;
import org.linli.kit.Outcome;
import org.linli.kit.time.LinliClock;

/** Whoever took an order begins and ends the work. */
@ApplicationScoped
class ServeUseCase {
    private final RequestChange change;
    private final PresenceCheck presence;
    private final LinliClock clock;

    @Inject
    ServeUseCase(RequestChange change, PresenceCheck presence, LinliClock clock) {
        this.change = change;
        this.presence = presence;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Outcome<RequestView>> start(Target target) {
        return change.of(
                target,
                (request, relation) -> Steps.decided(relation.atWork().then(by -> request.start(by, clock.now()))));
    }

    @WithTransaction
    Uni<Outcome<RequestView>> complete(Target target) {
        return change.of(
                target,
                (request, relation) -> Steps.then(
                        relation.atWork(),
                        by -> presence.anybodyPresent(request.id())
                                .map(present -> request.complete(present, by, clock.now()))));
    }
}
