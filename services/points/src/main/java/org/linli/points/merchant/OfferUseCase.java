package org.linli.points.merchant;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.UUID;
import org.linli.contracts.points.MerchantEvent;
import org.linli.contracts.points.MerchantState.MerchantStatus;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.IfMatch;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;
import org.linli.points.PointsRefusal;

/** Publishes offers, changes and withdraws them. */
@ApplicationScoped
class OfferUseCase {
    private final OfferRepository offers;
    private final MerchantRepository merchants;
    private final Outbox outbox;
    private final Audit audit;
    private final LinliClock clock;

    @Inject
    OfferUseCase(OfferRepository offers, MerchantRepository merchants, Outbox outbox, Audit audit, LinliClock clock) {
        this.offers = offers;
        this.merchants = merchants;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Outcome<OfferView>> publish(Caller caller, UUID merchantId, OfferTerms terms) {
        return merchants
                .findById(merchantId)
                .map(merchant -> allow(caller, merchant))
                .chain(allowed -> Steps.then(
                        allowed,
                        merchant -> agreed(merchant, terms)
                                .chain(audience ->
                                        Steps.then(audience, digits -> publish(caller, merchant, terms, digits)))));
    }

    private Uni<Outcome<OfferView>> publish(Caller caller, Merchant merchant, OfferTerms terms, String audience) {
        Offer offer = Offer.publish(Ids.next(), merchant, terms, audience, clock.now());
        return offers.persistAndFlush(offer)
                .call(offers::stock)
                .chain(() -> record(caller, offer, offer.published(), "offer.published"));
    }

    @WithTransaction
    Uni<Outcome<OfferView>> change(Caller caller, UUID id, String ifMatch, OfferTerms terms) {
        return offers.lock(id)
                .map(offer -> visible(offer).then(found -> decides(caller, found)))
                .chain(allowed -> Steps.then(
                        allowed.then(offer -> opens(caller, offer, terms))
                                .then(offer -> IfMatch.check(ifMatch, offer.version(), offer))
                                .then(Offer::onShow),
                        offer -> merchants
                                .findById(offer.merchantId())
                                .chain(merchant -> agreed(merchant, terms))
                                .chain(audience ->
                                        Steps.then(audience, digits -> change(caller, offer, terms, digits)))));
    }

    /** The stock first: if it is too low, nothing may be changed. */
    private Uni<Outcome<OfferView>> change(Caller caller, Offer offer, OfferTerms terms, String audience) {
        return offers.restock(offer.id(), terms.stock())
                .chain(enough -> enough
                        ? offers.restockMonths(offer.id(), terms.perMonth())
                                .chain(() -> record(caller, offer, offer.change(terms, audience), "offer.changed"))
                        : Steps.refused(PointsRefusal.STOCK_ALREADY_TAKEN, "stock"));
    }

    @WithTransaction
    Uni<Outcome<OfferView>> withdraw(Caller caller, UUID id) {
        return offers.lock(id)
                .map(offer ->
                        visible(offer).then(found -> decides(caller, found)).then(Offer::onShow))
                .chain(allowed ->
                        Steps.then(allowed, offer -> record(caller, offer, offer.withdraw(), "offer.withdrawn")));
    }

    private static Outcome<Offer> visible(Offer offer) {
        return offer == null ? Outcome.refused(KitRefusal.NOT_FOUND) : Outcome.done(offer);
    }

    private static Outcome<Offer> decides(Caller caller, Offer offer) {
        return MerchantRights.decides(caller, offer.division())
                ? Outcome.done(offer)
                : Outcome.refused(KitRefusal.FORBIDDEN);
    }

    /** What the head office gives to those it invites is not given to everybody by others. */
    private static Outcome<Offer> opens(Caller caller, Offer offer, OfferTerms terms) {
        return offer.isOpenedBy(terms) && !MerchantRights.isHeadOffice(caller, offer.division())
                ? Outcome.refused(KitRefusal.FORBIDDEN, "byInvitation")
                : Outcome.done(offer);
    }

    private static Outcome<Merchant> allow(Caller caller, Merchant merchant) {
        if (merchant == null) {
            return Outcome.refused(KitRefusal.NOT_FOUND, "merchantId");
        }
        if (!MerchantRights.decides(caller, merchant.division())) {
            return Outcome.refused(KitRefusal.FORBIDDEN, "merchantId");
        }
        return merchant.status() == MerchantStatus.ACTIVE
                ? Outcome.done(merchant)
                : Outcome.refused(PointsRefusal.MERCHANT_NOT_ACTIVE, "merchantId");
    }

    /** Terms that go together, in a unit that buys things, for an audience that is known; its digits. */
    private Uni<Outcome<String>> agreed(Merchant merchant, OfferTerms terms) {
        return Steps.then(
                terms.check(clock.today()),
                checked -> offers.isRedeemable(checked.unit()).chain(redeemable -> {
                    if (redeemable == null) {
                        return Steps.refused(PointsRefusal.UNIT_UNKNOWN, "unit");
                    }
                    return redeemable
                            ? audience(merchant, checked)
                            : Steps.refused(PointsRefusal.UNIT_NOT_REDEEMABLE, "unit");
                }));
    }

    private Uni<Outcome<String>> audience(Merchant merchant, OfferTerms terms) {
        if (terms.audience() == null) {
            return Steps.decided(Outcome.done(merchant.division().district()));
        }
        return merchants
                .prefixOf(terms.audience())
                .map(prefix -> prefix.map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(PointsRefusal.DIVISION_UNKNOWN, "audience")));
    }

    private Uni<Outcome<OfferView>> record(Caller caller, Offer offer, MerchantEvent event, String action) {
        Fact fact = Fact.of(offer.id(), offer.count(), offer.division(), event);
        return offers.persistAndFlush(offer)
                .call(() -> outbox.add(fact))
                .call(() -> audit.record(caller, action, offer.id(), offer.division(), null))
                .chain(() -> merchants.findById(offer.merchantId()))
                .chain(merchant -> offers.left(offer, YearMonth.from(clock.today()))
                        .map(left -> Outcome.done(offer.view(merchant.view().name(), left))));
    }
}
