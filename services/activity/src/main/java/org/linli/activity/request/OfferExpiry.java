package org.linli.activity.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.linli.kit.Outcome;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWorkHandler;

/** An offer that nobody answered in time sends the order back to the pool. */
@ApplicationScoped
class OfferExpiry implements DueWorkHandler {
    private final HelpRequests requests;
    private final RequestOffers offers;
    private final RequestLog log;
    private final LinliClock clock;

    @Inject
    OfferExpiry(HelpRequests requests, RequestOffers offers, RequestLog log, LinliClock clock) {
        this.requests = requests;
        this.offers = offers;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return RequestTimes.OFFER_EXPIRES;
    }

    @Override
    public Uni<Void> run(String subject, Instant dueAt) {
        RequestTimes.OfferOfRequest expired = RequestTimes.OfferOfRequest.of(subject);
        return requests.lock(expired.requestId())
                .chain(request -> request == null
                        ? Uni.createFrom().voidItem()
                        : expire(request, request.timeOut(expired.offerId(), clock.now())));
    }

    private Uni<Void> expire(HelpRequest request, Outcome<Moved> outcome) {
        return switch (outcome) {
            case Outcome.Refused<Moved> answeredMeanwhile -> Uni.createFrom().voidItem();
            case Outcome.Done<Moved>(Moved moved) ->
                offers.answer(moved.hop(), RequestOffer.Answer.TIMED_OUT).chain(() -> log.record(request, moved));
        };
    }
}
