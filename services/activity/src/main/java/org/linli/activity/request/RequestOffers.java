package org.linli.activity.request;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Keeps offers. */
@ApplicationScoped
class RequestOffers implements PanacheRepositoryBase<RequestOffer, UUID> {

    /** Ends the offer that a line of history tells of; nothing happens if it tells of none. */
    Uni<Void> answer(Hop hop, RequestOffer.Answer answer) {
        if (hop.offerId() == null) {
            return Uni.createFrom().voidItem();
        }
        return findById(hop.offerId())
                .invoke(offer -> offer.answered(answer, hop.by().accountId(), hop.at()))
                .replaceWithVoid();
    }
}
