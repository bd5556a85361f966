package org.linli.contracts.points;

import static org.linli.contracts.DataClassification.DISTRICT;

import java.time.LocalDate;
import java.util.UUID;
import org.linli.contracts.Event;
import org.linli.contracts.EventType;

/** What the bank tells about badges (product P08). Sealed, so that a consumer answers every kind. */
public sealed interface BadgeEvent extends Event {

    /** Somebody met the rule of a badge. Subject: the award. */
    @EventType(value = "linli.points.badge.awarded.v1", classification = DISTRICT)
    record BadgeAwarded(BadgeState badge) implements BadgeEvent {
        @Override
        public BadgeState state() {
            return badge;
        }
    }

    /** A badge was taken back by a decision: its credential no longer verifies. */
    @EventType(value = "linli.points.badge.revoked.v1", classification = DISTRICT)
    record BadgeRevoked(BadgeState badge) implements BadgeEvent {
        @Override
        public BadgeState state() {
            return badge;
        }
    }

    /** A version of a badge's rule was published. Subject: the rule version. */
    @EventType("linli.points.badge-rule.published.v1")
    record BadgeRulePublished(
            UUID ruleVersionId, String badgeCode, int version, LocalDate validFrom, LocalDate validUntil)
            implements BadgeEvent {
        @Override
        public BadgeRulePublished state() {
            return this;
        }
    }
}
