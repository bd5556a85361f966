package org.linli.points.badge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.contracts.points.BadgeEvent.BadgeRulePublished;
import org.linli.kit.Outcome;
import org.linli.points.PointsRefusal;

/**
 * A published version of a badge's rule. It never changes, except that an open one gets its last day: what was awarded
 * by it must be explicable for ever.
 */
@Entity
@Table(name = "badge_rule")
class BadgeRule {
    @Id
    private UUID id;

    private String code;

    @Column(name = "version")
    private int ruleVersion;

    @Enumerated(EnumType.STRING)
    private BadgeKind kind;

    private int threshold;

    @Column(name = "minimum_reviews")
    private Integer minimumReviews;

    private String name;
    private String description;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    @Column(name = "published_at")
    private Instant publishedAt;

    private long sequence;

    @Version
    @Column(name = "row_version")
    private long rowVersion;

    protected BadgeRule() {}

    /** The next version of a code, if it agrees with the versions there are. */
    static Outcome<BadgeRule> publish(UUID id, BadgeProposal proposal, List<BadgeRule> versions, Instant now) {
        BadgeRule rule = new BadgeRule();
        rule.id = id;
        rule.code = proposal.code();
        rule.ruleVersion =
                versions.stream().mapToInt(other -> other.ruleVersion).max().orElse(0) + 1;
        rule.kind = proposal.kind();
        rule.threshold = proposal.threshold();
        rule.minimumReviews = proposal.minimumReviews();
        rule.name = proposal.name();
        rule.description = proposal.description();
        rule.validFrom = proposal.validFrom();
        rule.validUntil = proposal.validUntil();
        rule.publishedAt = now;
        for (BadgeRule other : versions) {
            if (other.overlaps(rule)) {
                return Outcome.refused(PointsRefusal.RULE_OVERLAPS, "validFrom", Map.of("version", other.ruleVersion));
            }
        }
        return Outcome.done(rule);
    }

    /** Gives an open version its last day: not one that is over. */
    Outcome<BadgeRule> close(LocalDate lastDay, LocalDate today) {
        if (lastDay.isBefore(today) || lastDay.isBefore(validFrom)) {
            return Outcome.refused(PointsRefusal.RULE_IN_THE_PAST, "validUntil");
        }
        if (validUntil != null) {
            return Outcome.refused(PointsRefusal.RULE_CLOSED);
        }
        validUntil = lastDay;
        return Outcome.done(this);
    }

    private boolean overlaps(BadgeRule other) {
        return (other.validUntil == null || !validFrom.isAfter(other.validUntil))
                && (validUntil == null || !other.validFrom.isAfter(validUntil));
    }

    /** Tells of it; counts the event. */
    BadgeRulePublished published() {
        sequence++;
        return new BadgeRulePublished(id, code, ruleVersion, validFrom, validUntil);
    }

    BadgeRuleView view() {
        return new BadgeRuleView(
                id,
                code,
                ruleVersion,
                kind,
                threshold,
                minimumReviews,
                name,
                description,
                validFrom,
                validUntil,
                publishedAt,
                rowVersion);
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    int ruleVersion() {
        return ruleVersion;
    }

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    long sequence() {
        return sequence;
    }
}
