package org.linli.contracts.points;

import static org.linli.contracts.DataClassification.DISTRICT;

import java.time.LocalDate;
import java.util.UUID;
import org.linli.contracts.Event;
import org.linli.contracts.EventType;

/** What the public-benefit bank tells. Sealed, so that a consumer answers every kind. */
public sealed interface PointsEvent extends Event {

    /** A passbook opened at the community's post. Subject of all passbook events: the passbook (= volunteer id). */
    @EventType(value = "linli.points.passbook.opened.v1", classification = DISTRICT)
    record PassbookOpened(UUID volunteerId, String division) implements PointsEvent {
        @Override
        public PassbookOpened state() {
            return this;
        }
    }

    /** Points were credited or debited. */
    @EventType(value = "linli.points.posting.made.v1", classification = DISTRICT)
    record PostingMade(PostingState posting) implements PointsEvent {
        @Override
        public PostingState state() {
            return posting;
        }
    }

    /** A posting was taken back by a new one. */
    @EventType(value = "linli.points.posting.reversed.v1", classification = DISTRICT)
    record PostingReversed(PostingState posting, UUID reversedPostingId) implements PointsEvent {
        @Override
        public PostingState state() {
            return posting;
        }
    }

    /** A version of a points rule was published. Subject: the rule version. */
    @EventType("linli.points.rule.published.v1")
    record RulePublished(UUID ruleVersionId, String ruleCode, int version, LocalDate validFrom, LocalDate validUntil)
            implements PointsEvent {
        @Override
        public RulePublished state() {
            return this;
        }
    }
}
