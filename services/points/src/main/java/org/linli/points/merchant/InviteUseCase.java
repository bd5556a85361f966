package org.linli.points.merchant;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Iterator;
import java.util.UUID;
import org.linli.contracts.points.InvitationState;
import org.linli.contracts.points.MerchantEvent.OfferInvited;
import org.linli.contracts.points.MerchantState.MerchantStatus;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;
import org.linli.points.PointsRefusal;

/** Invites those with the highest balances to what is only to be had by invitation; each of them is told. */
@ApplicationScoped
class InviteUseCase {
    private final OfferRepository offers;
    private final MerchantRepository merchants;
    private final Invitations invitations;
    private final Outbox outbox;
    private final Audit audit;
    private final LinliClock clock;

    @Inject
    InviteUseCase(
            OfferRepository offers,
            MerchantRepository merchants,
            Invitations invitations,
            Outbox outbox,
            Audit audit,
            LinliClock clock) {
        this.offers = offers;
        this.merchants = merchants;
        this.invitations = invitations;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whom to invite.
     *
     * @param minimumBalance hundredths of the offer's unit that a passbook holds at least now
     * @param most how many at most, the highest first
     */
    record Wish(
            @NotNull @Min(1) @Max(100_000_000_000L) Long minimumBalance,
            @NotNull @Min(1) @Max(500) Integer most) {}

    /** How many were invited; fewer than asked for if no more hold so much or were not invited before. */
    record Invited(int invited) {}

    @WithTransaction
    Uni<Outcome<Invited>> invite(Caller caller, UUID id, Wish wish) {
        return offers.lock(id)
                .map(offer -> allowed(caller, offer))
                .chain(allowed -> Steps.then(allowed, this::onSale))
                .chain(ready -> Steps.keep(
                        ready,
                        offer -> invitations
                                .highest(offer, wish.minimumBalance(), wish.most())
                                .chain(people -> each(caller, offer, people.iterator(), clock.now())
                                        .chain(() -> audit.record(caller, "offer.invited", id, offer.division(), null))
                                        .replaceWith(() -> new Invited(people.size())))));
    }

    private static Outcome<Offer> allowed(Caller caller, Offer offer) {
        if (offer == null) {
            return Outcome.refused(KitRefusal.NOT_FOUND);
        }
        if (!MerchantRights.isHeadOffice(caller, offer.division())) {
            return Outcome.refused(KitRefusal.FORBIDDEN);
        }
        // its balances are seen as well, so those have to be the caller's too
        if (!MerchantRights.isHeadOffice(caller, offer.audience())) {
            return Outcome.refused(KitRefusal.FORBIDDEN, "audience");
        }
        return offer.onShow()
                .then(shown -> shown.byInvitation()
                        ? Outcome.done(shown)
                        : Outcome.refused(PointsRefusal.OFFER_FOR_EVERYBODY));
    }

    /** Nobody is invited to what cannot be had any more, or not now. */
    private Uni<Outcome<Offer>> onSale(Offer offer) {
        if (offer.endsBefore(clock.today())) {
            return Steps.refused(PointsRefusal.OFFER_NOT_ON_SALE);
        }
        return merchants
                .findById(offer.merchantId())
                .map(merchant -> merchant.status() == MerchantStatus.ACTIVE
                        ? Outcome.done(offer)
                        : Outcome.refused(PointsRefusal.MERCHANT_NOT_ACTIVE));
    }

    private Uni<Void> each(Caller caller, Offer offer, Iterator<UUID> left, Instant now) {
        if (!left.hasNext()) {
            return Uni.createFrom().voidItem();
        }
        UUID volunteer = left.next();
        return invitations
                .invite(offer, volunteer, caller.accountId(), now)
                .chain(id -> outbox.add(Fact.of(id, 1, offer.division(), told(offer, id, volunteer))))
                .chain(() -> each(caller, offer, left, now));
    }

    private static OfferInvited told(Offer offer, UUID id, UUID volunteer) {
        return new OfferInvited(new InvitationState(
                id, offer.id(), offer.merchantId(), volunteer, offer.division().value(), offer.unit()));
    }
}
