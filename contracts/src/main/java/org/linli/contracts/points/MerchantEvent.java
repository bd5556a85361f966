package org.linli.contracts.points;

import static org.linli.contracts.DataClassification.DISTRICT;

import org.linli.contracts.Event;
import org.linli.contracts.EventType;

/** What the bank tells of partner shops and their offers. Sealed, so that a consumer answers every kind. */
public sealed interface MerchantEvent extends Event {

    /** A shop takes part. Subject of all facts about it: the merchant. */
    @EventType(value = "linli.points.merchant.joined.v1", classification = DISTRICT)
    record MerchantJoined(MerchantState merchant) implements MerchantEvent {
        @Override
        public MerchantState state() {
            return merchant;
        }
    }

    /** Its entry changed, or who may act at its till. */
    @EventType(value = "linli.points.merchant.changed.v1", classification = DISTRICT)
    record MerchantChanged(MerchantState merchant) implements MerchantEvent {
        @Override
        public MerchantState state() {
            return merchant;
        }
    }

    /** It may sell nothing new for now. */
    @EventType(value = "linli.points.merchant.suspended.v1", classification = DISTRICT)
    record MerchantSuspended(MerchantState merchant) implements MerchantEvent {
        @Override
        public MerchantState state() {
            return merchant;
        }
    }

    /** A suspension ended. */
    @EventType(value = "linli.points.merchant.resumed.v1", classification = DISTRICT)
    record MerchantResumed(MerchantState merchant) implements MerchantEvent {
        @Override
        public MerchantState state() {
            return merchant;
        }
    }

    /** It has left. */
    @EventType(value = "linli.points.merchant.left.v1", classification = DISTRICT)
    record MerchantLeft(MerchantState merchant) implements MerchantEvent {
        @Override
        public MerchantState state() {
            return merchant;
        }
    }

    /** Something can be had for points. Subject of all facts about it: the offer. */
    @EventType(value = "linli.points.offer.published.v1", classification = DISTRICT)
    record OfferPublished(OfferState offer) implements MerchantEvent {
        @Override
        public OfferState state() {
            return offer;
        }
    }

    /** An offer says something else than before. */
    @EventType(value = "linli.points.offer.changed.v1", classification = DISTRICT)
    record OfferChanged(OfferState offer) implements MerchantEvent {
        @Override
        public OfferState state() {
            return offer;
        }
    }

    /** It cannot be had any more. */
    @EventType(value = "linli.points.offer.withdrawn.v1", classification = DISTRICT)
    record OfferWithdrawn(OfferState offer) implements MerchantEvent {
        @Override
        public OfferState state() {
            return offer;
        }
    }

    /** Somebody is invited to an offer that is only to be had so. Subject: the invitation. */
    @EventType(value = "linli.points.offer.invited.v1", classification = DISTRICT)
    record OfferInvited(InvitationState invitation) implements MerchantEvent {
        @Override
        public InvitationState state() {
            return invitation;
        }
    }
}
