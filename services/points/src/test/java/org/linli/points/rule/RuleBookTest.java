package org.linli.points.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.contracts.ServiceCategory;
import org.linli.points.ledger.PointsUnit;
import org.linli.points.ledger.RuleReference;
import org.linli.points.rule.RuleBook.Award;

@DisplayName("What service is worth")
class RuleBookTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    @ParameterizedTest(name = "{0} minutes at {1} hundredths an hour give {2}")
    @CsvSource({
        "60, 100, 100",
        "120, 100, 200",
        "90, 100, 150",
        "1, 100, 2",
        "0, 100, 0",
        "33, 100, 55",
        "3, 10, 0",
        "9, 10, 2",
        "15, 10, 2",
        "21, 10, 4",
        "1440, 1000000, 24000000"
    })
    void minutesTimesRateIsRoundedHalfToEven(int minutes, long rate, long expected) {
        assertThat(RuleBook.perHour(rate, minutes)).isEqualTo(expected);
    }

    @Test
    void theVersionInForceOnTheDayOfServiceDecides() {
        // Given a rate that doubled on 1 May
        RuleBook book = new RuleBook(List.of(
                hours("service-hours", 1, 100, DAY.minusYears(1), DAY.minusDays(1)),
                hours("service-hours", 2, 200, DAY, null)));
        // When an hour before and an hour after are weighed
        List<Award> before = book.forService(ServiceCategory.MEALS, 60, DAY.minusDays(1), Naming.NOTHING);
        List<Award> after = book.forService(ServiceCategory.MEALS, 60, DAY, Naming.NOTHING);
        // Then each is worth what held on its day, and names the version
        assertThat(before).containsExactly(new Award(new RuleReference("service-hours", 1), PointsUnit.POINTS, 100));
        assertThat(after).containsExactly(new Award(new RuleReference("service-hours", 2), PointsUnit.POINTS, 200));
    }

    @Test
    void aCategoryMayHaveARateOfItsOwnAndZeroGivesNothing() {
        RuleTerms rule = new RuleTerms(
                new RuleReference("service-hours", 1),
                RuleKind.PER_HOUR,
                PointsUnit.POINTS,
                100,
                Map.of(ServiceCategory.BATHING, 150L, ServiceCategory.OTHER, 0L),
                null,
                DAY,
                null);
        RuleBook book = new RuleBook(List.of(rule));
        assertThat(book.forService(ServiceCategory.BATHING, 60, DAY, Naming.NOTHING))
                .extracting(Award::amount)
                .containsExactly(150L);
        assertThat(book.forService(ServiceCategory.MEALS, 60, DAY, Naming.NOTHING))
                .extracting(Award::amount)
                .containsExactly(100L);
        assertThat(book.forService(ServiceCategory.OTHER, 60, DAY, Naming.NOTHING))
                .isEmpty();
    }

    @Test
    void aCampaignBesideTheEverydayRuleGivesItsOwnAward() {
        RuleBook book = new RuleBook(List.of(
                hours("service-hours", 1, 100, DAY.minusYears(1), null),
                hours("summer-campaign", 1, 50, DAY, DAY.plusDays(10))));
        assertThat(book.forService(ServiceCategory.MEALS, 60, DAY, Naming.NOTHING))
                .extracting(award -> award.rule().code())
                .containsExactly("service-hours", "summer-campaign");
        assertThat(book.forService(ServiceCategory.MEALS, 60, DAY.plusDays(11), Naming.NOTHING))
                .hasSize(1);
    }

    @Test
    void whatNamesTheActivityComesBeforeWhatNamesItsProjectAndThatBeforeTheRestInEachUnit() {
        UUID activity = UUID.randomUUID();
        UUID project = UUID.randomUUID();
        RuleBook book = new RuleBook(List.of(
                hours("service-hours", 1, 100, DAY, null),
                named("of-project", PointsUnit.POINTS, 150, new Naming(null, project)),
                named("of-activity", PointsUnit.POINTS, 0, new Naming(activity, null)),
                named("red", "RED_POINTS", 200, new Naming(null, project))));
        assertThat(codes(book, Naming.NOTHING)).containsExactly("service-hours");
        assertThat(codes(book, new Naming(UUID.randomUUID(), project))).containsExactly("of-project", "red");
        // one that gives nothing leaves nothing to the others of its unit
        assertThat(codes(book, new Naming(activity, project))).containsExactly("red");
    }

    private static List<String> codes(RuleBook book, Naming partOf) {
        return book.forService(ServiceCategory.MEALS, 60, DAY, partOf).stream()
                .map(award -> award.rule().code())
                .toList();
    }

    private static RuleTerms named(String code, String unit, long rate, Naming names) {
        return new RuleTerms(
                new RuleReference(code, 1), RuleKind.PER_HOUR, unit, rate, Map.of(), null, DAY, null, names);
    }

    @Test
    void aReviewIsWorthABonusFromItsNumberOfStars() {
        RuleBook book = new RuleBook(List.of(rule("good-review", RuleKind.REVIEW_BONUS, 50, 4)));
        assertThat(book.forReview(ServiceCategory.MEALS, 3, DAY)).isEmpty();
        assertThat(book.forReview(ServiceCategory.MEALS, 4, DAY))
                .extracting(Award::amount)
                .containsExactly(50L);
        assertThat(book.forRequest(ServiceCategory.MEALS, DAY)).isEmpty();
    }

    @Test
    void theNarrowestCapOfADayHoldsAndWithoutOneNothingIsCapped() {
        RuleBook book = new RuleBook(
                List.of(rule("day-cap", RuleKind.DAY_CAP, 800, null), rule("heat-cap", RuleKind.DAY_CAP, 600, null)));
        assertThat(book.capOn(DAY, PointsUnit.POINTS)).isEqualTo(600);
        assertThat(book.capOn(DAY, "OTHER")).isNull();
        assertThat(book.capOn(DAY.minusDays(1), PointsUnit.POINTS)).isNull();
        assertThat(book.codes()).isEmpty();
    }

    private static RuleTerms hours(String code, int version, long rate, LocalDate from, LocalDate until) {
        return new RuleTerms(
                new RuleReference(code, version),
                RuleKind.PER_HOUR,
                PointsUnit.POINTS,
                rate,
                Map.of(),
                null,
                from,
                until);
    }

    private static RuleTerms rule(String code, RuleKind kind, long amount, Integer stars) {
        return new RuleTerms(new RuleReference(code, 1), kind, PointsUnit.POINTS, amount, Map.of(), stars, DAY, null);
    }
}
