package org.linli.activity.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.linli.activity.ActivityConfiguration;
import org.linli.kit.work.DueWork;

/**
 * Schedules what happens to an order when a time has come. Nothing scheduled is ever cancelled: when it is due the
 * order is asked whether it still matters. Cancelling would lock order and due work in the opposite sequence of doing
 * it, and the two would wait for each other.
 */
@ApplicationScoped
class RequestTimes {
    static final String OFFER_EXPIRES = "request-offer-expires";
    static final String ESCALATION = "request-escalation";

    private final DueWork dueWork;
    private final ActivityConfiguration configuration;

    @Inject
    RequestTimes(DueWork dueWork, ActivityConfiguration configuration) {
        this.dueWork = dueWork;
        this.configuration = configuration;
    }

    /** How long an offer waits for an answer. */
    Duration offerOpen() {
        return configuration.request().offerExpiresAfter();
    }

    /** In time, look whether an offer was answered. */
    Uni<Void> expiryOf(RequestOffer offer) {
        return dueWork.schedule(
                OFFER_EXPIRES, new OfferOfRequest(offer.requestId(), offer.id()).subject(), offer.expiresAt());
    }

    /** In time, look whether somebody took the order in this round. */
    Uni<Void> escalationOf(HelpRequest request, Instant from) {
        return dueWork.schedule(
                ESCALATION,
                new RoundOfRequest(request.id(), request.round()).subject(),
                from.plus(configuration.request().escalateAfter()));
    }

    /** An offer and its order, as the subject of due work. */
    record OfferOfRequest(UUID requestId, UUID offerId) {
        String subject() {
            return requestId + "/" + offerId;
        }

        static OfferOfRequest of(String subject) {
            String[] parts = subject.split("/");
            return new OfferOfRequest(UUID.fromString(parts[0]), UUID.fromString(parts[1]));
        }
    }

    /** A round of an order, as the subject of due work. */
    record RoundOfRequest(UUID requestId, int round) {
        String subject() {
            return requestId + "/" + round;
        }

        static RoundOfRequest of(String subject) {
            String[] parts = subject.split("/");
            return new RoundOfRequest(UUID.fromString(parts[0]), Integer.parseInt(parts[1]));
        }
    }
}
