package org.linli.activity.request;

import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.RequestStatus;
import org.linli.contracts.activity.ReviewSide;
import org.linli.kit.Outcome;

/** Orders in every state, for tests of rules; brought there by the moves themselves. */
final class Orders {
    static final Instant SUBMITTED_AT = Instant.parse("2026-03-02T01:00:00Z");
    static final UUID VOLUNTEER = UUID.randomUUID();
    static final UUID TEAM = UUID.randomUUID();
    static final UUID OFFER = UUID.randomUUID();
    static final Actor STATION = new Actor(UUID.randomUUID(), ActorRole.STATION_COORDINATOR);
    static final Actor SERVING = new Actor(UUID.randomUUID(), ActorRole.VOLUNTEER);
    static final Actor RESIDENT = new Actor(UUID.randomUUID(), ActorRole.RECIPIENT);

    private Orders() {}

    static HelpRequest submitted() {
        Ordered ordered = new Ordered(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "530103005005",
                ServiceCategory.MEALS,
                new String[0],
                Channel.SELF,
                RESIDENT.accountId(),
                SUBMITTED_AT,
                new byte[] {1},
                null,
                new byte[] {2},
                null,
                null);
        HelpRequest request = new HelpRequest(UUID.randomUUID(), ordered);
        request.submit(RESIDENT);
        return request;
    }

    static HelpRequest in(RequestStatus status) {
        HelpRequest request = submitted();
        switch (status) {
            case SUBMITTED -> {
                // there already
            }
            case REJECTED -> must(request.reject(STATION, "twice", at(1)));
            case VERIFIED -> must(request.verify(STATION, at(1)));
            case DISPATCHED -> dispatched(request, new Offer.ToVolunteer(VOLUNTEER));
            case ACCEPTED -> accepted(request);
            case IN_SERVICE -> inService(request);
            case COMPLETED -> completed(request);
            case CANCELLED -> must(request.cancel(false, RESIDENT, "no need", at(1)));
        }
        return request;
    }

    static HelpRequest offeredTo(Offer offer) {
        HelpRequest request = submitted();
        dispatched(request, offer);
        return request;
    }

    static HelpRequest reviewed(int stars) {
        HelpRequest request = in(RequestStatus.COMPLETED);
        must(request.review(ReviewSide.RECIPIENT, stars, RESIDENT, at(90)));
        return request;
    }

    static Instant at(long minutes) {
        return SUBMITTED_AT.plusSeconds(60 * minutes);
    }

    static Moved must(Outcome<Moved> outcome) {
        return switch (outcome) {
            case Outcome.Done<Moved>(Moved moved) -> moved;
            case Outcome.Refused<Moved> refused -> throw new AssertionError("refused: " + refused);
        };
    }

    private static void dispatched(HelpRequest request, Offer offer) {
        must(request.verify(STATION, at(1)));
        must(request.dispatch(offer, OFFER, STATION, at(2)));
    }

    private static void accepted(HelpRequest request) {
        dispatched(request, new Offer.ToVolunteer(VOLUNTEER));
        must(request.accept(VOLUNTEER, true, SERVING, at(3)));
    }

    private static void inService(HelpRequest request) {
        accepted(request);
        must(request.start(SERVING, at(4)));
    }

    private static void completed(HelpRequest request) {
        inService(request);
        must(request.complete(false, SERVING, at(64)));
    }
}
