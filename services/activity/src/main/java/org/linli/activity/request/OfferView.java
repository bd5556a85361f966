package org.linli.activity.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.RequestStatus;

/**
 * An offer with what its order is about; texts are read with the order itself.
 *
 * @param id the offer
 * @param requestId the order
 * @param round of the order
 * @param volunteerId to whom; absent if to a team
 * @param teamId to which team; absent if to a volunteer
 * @param offeredAt when
 * @param expiresAt until when it waits
 * @param answer how it ended; absent while open
 * @param answeredAt when it ended
 * @param requestStatus where the order stands now
 * @param division community of the order
 * @param category kind of help
 * @param wantedFrom earliest time wanted
 * @param wantedUntil latest time wanted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfferView(
        UUID id,
        UUID requestId,
        int round,
        UUID volunteerId,
        UUID teamId,
        Instant offeredAt,
        Instant expiresAt,
        RequestOffer.Answer answer,
        Instant answeredAt,
        RequestStatus requestStatus,
        String division,
        ServiceCategory category,
        Instant wantedFrom,
        Instant wantedUntil) {

    static OfferView of(RequestOffer offer, HelpRequest request) {
        return new OfferView(
                offer.id(),
                offer.requestId(),
                offer.round(),
                offer.volunteerId(),
                offer.teamId(),
                offer.offeredAt(),
                offer.expiresAt(),
                offer.answer(),
                offer.answeredAt(),
                request.status(),
                request.ordered().division(),
                request.ordered().category(),
                request.ordered().wantedFrom(),
                request.ordered().wantedUntil());
    }
}
