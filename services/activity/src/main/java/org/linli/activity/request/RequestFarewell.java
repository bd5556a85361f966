package org.linli.activity.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.activity.RequestStatus;
import org.linli.kit.Outcome;
import org.linli.kit.person.Farewell;
import org.linli.kit.time.LinliClock;

/**
 * Orders that are offered to somebody who was erased, or accepted by them, go back to the pool: one in a transaction.
 * One
 * that is in service already stays until those who look after the recipient end it.
 */
@ApplicationScoped
class RequestFarewell implements Farewell {
    private final HelpRequests requests;
    private final RequestOffers offers;
    private final RequestLog log;
    private final LinliClock clock;

    @Inject
    RequestFarewell(HelpRequests requests, RequestOffers offers, RequestLog log, LinliClock clock) {
        this.requests = requests;
        this.offers = offers;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> leave(UUID volunteer, UUID account) {
        return requests.find(
                        "volunteerId = ?1 and status in ?2 order by id",
                        volunteer,
                        List.of(RequestStatus.DISPATCHED, RequestStatus.ACCEPTED))
                .firstResult()
                .chain(held -> held == null
                        ? Uni.createFrom().item(true)
                        : requests.lock(held.id())
                                .chain(request -> giveBack(request, volunteer))
                                .replaceWith(false));
    }

    private Uni<Void> giveBack(HelpRequest request, UUID volunteer) {
        return switch (request.decline(volunteer, Actor.CLOCK, null, clock.now())) {
            case Outcome.Refused<Moved> movedMeanwhile -> Uni.createFrom().voidItem();
            case Outcome.Done<Moved>(Moved moved) ->
                offers.answer(moved.hop(), RequestOffer.Answer.WITHDRAWN).chain(() -> log.record(request, moved));
        };
    }
}
