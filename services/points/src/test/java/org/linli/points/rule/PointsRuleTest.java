package org.linli.points.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.Outcome;
import org.linli.kit.Refusal;
import org.linli.points.PointsRefusal;
import org.linli.points.ledger.PointsUnit;

@DisplayName("Publishing points rules")
class PointsRuleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);
    private static final Instant NOW = Instant.parse("2026-05-01T01:00:00Z");

    @Test
    void theNextVersionFollowsTheLast() {
        PointsRule first = published(proposal(TODAY, TODAY.plusDays(9)), List.of());
        PointsRule second = published(proposal(TODAY.plusDays(10), null), List.of(first));
        assertThat(first.terms().reference().version()).isEqualTo(1);
        assertThat(second.terms().reference().version()).isEqualTo(2);
    }

    @Test
    void versionsOfOneCodeNeverHoldOnTheSameDay() {
        PointsRule first = published(proposal(TODAY, TODAY.plusDays(9)), List.of());
        assertThat(refusal(publish(proposal(TODAY.plusDays(9), null), List.of(first))))
                .isEqualTo(PointsRefusal.RULE_OVERLAPS);
        PointsRule open = published(proposal(TODAY, null), List.of());
        assertThat(refusal(publish(proposal(TODAY.plusYears(5), null), List.of(open))))
                .isEqualTo(PointsRefusal.RULE_OVERLAPS);
    }

    @Test
    void aCodeNeverChangesItsKind() {
        PointsRule first = published(proposal(TODAY, TODAY), List.of());
        RuleProposal cap = new RuleProposal(
                "service-hours", RuleKind.DAY_CAP, PointsUnit.POINTS, 800, Map.of(), null, TODAY.plusDays(1), null);
        assertThat(refusal(publish(cap, List.of(first)))).isEqualTo(PointsRefusal.RULE_KIND_DIFFERS);
    }

    @Test
    void aRuleNeitherBeginsNorEndsInThePast() {
        assertThat(refusal(proposal(TODAY.minusDays(1), null).check(TODAY))).isEqualTo(PointsRefusal.RULE_IN_THE_PAST);
        PointsRule open = published(proposal(TODAY, null), List.of());
        assertThat(refusal(open.close(TODAY, TODAY.plusDays(1)))).isEqualTo(PointsRefusal.RULE_IN_THE_PAST);
    }

    @Test
    void anOpenVersionIsClosedOnce() {
        PointsRule open = published(proposal(TODAY, null), List.of());
        assertThat(open.close(TODAY.plusDays(3), TODAY)).isInstanceOf(Outcome.Done.class);
        assertThat(open.terms().validUntil()).isEqualTo(TODAY.plusDays(3));
        assertThat(refusal(open.close(TODAY.plusDays(4), TODAY))).isEqualTo(PointsRefusal.RULE_CLOSED);
    }

    @Test
    void starsBelongToReviewsAndOnlyToThem() {
        RuleProposal without = new RuleProposal(
                "good-review", RuleKind.REVIEW_BONUS, PointsUnit.POINTS, 50, Map.of(), null, TODAY, null);
        RuleProposal with =
                new RuleProposal("service-hours", RuleKind.PER_HOUR, PointsUnit.POINTS, 50, Map.of(), 5, TODAY, null);
        assertThat(refusal(without.check(TODAY))).isEqualTo(PointsRefusal.RULE_TERMS_INVALID);
        assertThat(refusal(with.check(TODAY))).isEqualTo(PointsRefusal.RULE_TERMS_INVALID);
    }

    private static RuleProposal proposal(LocalDate from, LocalDate until) {
        return new RuleProposal(
                "service-hours", RuleKind.PER_HOUR, PointsUnit.POINTS, 100, Map.of(), null, from, until);
    }

    private static Outcome<PointsRule> publish(RuleProposal proposal, List<PointsRule> versions) {
        return PointsRule.publish(UUID.randomUUID(), proposal, versions, NOW);
    }

    private static PointsRule published(RuleProposal proposal, List<PointsRule> versions) {
        return switch (publish(proposal, versions)) {
            case Outcome.Done<PointsRule>(PointsRule rule) -> rule;
            case Outcome.Refused<PointsRule> refused -> throw new AssertionError("refused: " + refused);
        };
    }

    private static Refusal refusal(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.refusal() : null;
    }
}
