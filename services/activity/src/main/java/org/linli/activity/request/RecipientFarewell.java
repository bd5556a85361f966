package org.linli.activity.request;

import io.smallrye.mutiny.Multi;
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
 * Orders of a recipient of help who was erased are cancelled, because place and description go. One that somebody is
 * serving right now stays until that is over.
 */
@ApplicationScoped
class RecipientFarewell implements Farewell {
    private static final List<RequestStatus> OPEN = List.of(
            RequestStatus.SUBMITTED,
            RequestStatus.VERIFIED,
            RequestStatus.DISPATCHED,
            RequestStatus.ACCEPTED,
            RequestStatus.IN_SERVICE);

    private final HelpRequests requests;
    private final RequestOffers offers;
    private final RequestLog log;
    private final PresenceCheck presence;
    private final LinliClock clock;

    @Inject
    RecipientFarewell(
            HelpRequests requests, RequestOffers offers, RequestLog log, PresenceCheck presence, LinliClock clock) {
        this.requests = requests;
        this.offers = offers;
        this.log = log;
        this.presence = presence;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> leave(UUID person, UUID account) {
        return requests.list("ordered.recipientId = ?1 and status in ?2 order by id", person, OPEN)
                .chain(open -> Multi.createFrom()
                        .iterable(open)
                        .onItem()
                        .transformToUniAndConcatenate(
                                found -> requests.lock(found.id()).chain(this::cancel))
                        .collect()
                        .last())
                .replaceWith(true);
    }

    private Uni<Void> cancel(HelpRequest request) {
        return presence.anybodyPresent(request.id()).chain(present -> switch (request.cancel(
                present, Actor.CLOCK, null, clock.now())) {
            case Outcome.Refused<Moved> beingServed -> Uni.createFrom().voidItem();
            case Outcome.Done<Moved>(Moved moved) ->
                offers.answer(moved.hop(), RequestOffer.Answer.WITHDRAWN).chain(() -> log.record(request, moved));
        });
    }
}
