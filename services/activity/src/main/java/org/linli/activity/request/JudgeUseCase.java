package org.linli.activity.request;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.activity.request.RequestChange.Target;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;

/** The station checks an order; the recipient or the station withdraws it. */
@ApplicationScoped
class JudgeUseCase {
    private final RequestChange change;
    private final RequestOffers offers;
    private final PresenceCheck presence;
    private final LinliClock clock;

    @Inject
    JudgeUseCase(RequestChange change, RequestOffers offers, PresenceCheck presence, LinliClock clock) {
        this.change = change;
        this.offers = offers;
        this.presence = presence;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Outcome<RequestView>> verify(Target target) {
        return change.of(
                target,
                (request, relation) -> relation.coordinates()
                        ? Steps.decided(request.verify(relation.asCoordinator(), clock.now()))
                        : Steps.refused(KitRefusal.FORBIDDEN));
    }

    @WithTransaction
    Uni<Outcome<RequestView>> reject(Target target, String reason) {
        return change.of(
                target,
                (request, relation) -> relation.coordinates()
                        ? Steps.decided(request.reject(relation.asCoordinator(), reason, clock.now()))
                        : Steps.refused(KitRefusal.FORBIDDEN));
    }

    @WithTransaction
    Uni<Outcome<RequestView>> cancel(Target target, String reason) {
        return change.of(
                target,
                (request, relation) -> relation.recipient() || relation.coordinates()
                        ? presence.anybodyPresent(request.id())
                                .map(present -> request.cancel(present, relation.forRecipient(), reason, clock.now()))
                        : Steps.refused(KitRefusal.FORBIDDEN),
                (request, moved) -> offers.answer(moved.hop(), RequestOffer.Answer.WITHDRAWN));
    }
}
