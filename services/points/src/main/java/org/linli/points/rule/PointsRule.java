package org.linli.points.rule;

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
import org.linli.contracts.points.PointsEvent.RulePublished;
import org.linli.kit.Outcome;
import org.linli.points.PointsRefusal;
import org.linli.points.ledger.RuleReference;

/**
 * A published version of a points rule (积分规则). It never changes, except that an open one gets its last day: what was
 * posted by it must be explicable for ever.
 */
@Entity
@Table(name = "points_rule")
class PointsRule {
    @Id
    private UUID id;

    private String code;

    @Column(name = "version")
    private int ruleVersion;

    @Enumerated(EnumType.STRING)
    private RuleKind kind;

    private String unit;
    private long amount;

    @Column(name = "category_amounts")
    private String categoryAmounts;

    @Column(name = "minimum_stars")
    private Integer minimumStars;

    @Column(name = "activity_id", updatable = false)
    private UUID activityId;

    @Column(name = "project_id", updatable = false)
    private UUID projectId;

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

    protected PointsRule() {}

    /** The next version of a code, if it agrees with the versions there are. */
    static Outcome<PointsRule> publish(UUID id, RuleProposal proposal, List<PointsRule> versions, Instant now) {
        int next = versions.stream().mapToInt(rule -> rule.ruleVersion).max().orElse(0) + 1;
        PointsRule rule = new PointsRule();
        rule.id = id;
        rule.code = proposal.code();
        rule.ruleVersion = next;
        rule.kind = proposal.kind();
        rule.unit = proposal.unit();
        rule.amount = proposal.amount();
        rule.categoryAmounts = RuleTerms.write(proposal.categoryAmounts());
        rule.minimumStars = proposal.minimumStars();
        rule.activityId = proposal.names().activityId();
        rule.projectId = proposal.names().projectId();
        rule.validFrom = proposal.validFrom();
        rule.validUntil = proposal.validUntil();
        rule.publishedAt = now;
        if (versions.stream().anyMatch(other -> other.kind != rule.kind || !other.unit.equals(rule.unit))) {
            return Outcome.refused(PointsRefusal.RULE_KIND_DIFFERS, "kind");
        }
        if (versions.stream().anyMatch(other -> !other.names().equals(rule.names()))) {
            return Outcome.refused(PointsRefusal.RULE_NAMES_DIFFER, "activityId");
        }
        for (PointsRule other : versions) {
            if (other.terms().overlaps(rule.terms())) {
                return Outcome.refused(PointsRefusal.RULE_OVERLAPS, "validFrom", Map.of("version", other.ruleVersion));
            }
        }
        return Outcome.done(rule);
    }

    /** Gives an open version its last day: not one that is over, so that no posting loses its ground. */
    Outcome<PointsRule> close(LocalDate lastDay, LocalDate today) {
        if (lastDay.isBefore(today) || lastDay.isBefore(validFrom)) {
            return Outcome.refused(PointsRefusal.RULE_IN_THE_PAST, "validUntil");
        }
        if (validUntil != null) {
            return Outcome.refused(PointsRefusal.RULE_CLOSED);
        }
        validUntil = lastDay;
        return Outcome.done(this);
    }

    /** Tells of it; counts the event. */
    RulePublished published() {
        sequence++;
        return new RulePublished(id, code, ruleVersion, validFrom, validUntil);
    }

    RuleTerms terms() {
        return new RuleTerms(
                new RuleReference(code, ruleVersion),
                kind,
                unit,
                amount,
                RuleTerms.read(categoryAmounts),
                minimumStars,
                validFrom,
                validUntil,
                names());
    }

    private Naming names() {
        return new Naming(activityId, projectId);
    }

    UUID id() {
        return id;
    }

    long sequence() {
        return sequence;
    }

    long rowVersion() {
        return rowVersion;
    }

    Instant publishedAt() {
        return publishedAt;
    }
}
