package org.linli.points.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.Outcome;
import org.linli.points.PointsRefusal;

@DisplayName("An offer that somebody wants")
class OnSaleTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    @Test
    @DisplayName("can be had from its first to its last day")
    void canBeHadFromItsFirstToItsLastDay() {
        OnSale offer = offer(null, 5, null, true);
        assertThat(refusal(offer, FIRST.minusDays(1))).isEqualTo(PointsRefusal.OFFER_NOT_ON_SALE);
        assertThat(refusal(offer, FIRST)).isNull();
        assertThat(refusal(offer, LAST)).isNull();
        assertThat(refusal(offer, LAST.plusDays(1))).isEqualTo(PointsRefusal.OFFER_NOT_ON_SALE);
    }

    @Test
    @DisplayName("with a window can be had on the first days of the month only")
    void withAWindowOnTheFirstDaysOnly() {
        OnSale offer = offer(10, 5, null, true);
        assertThat(refusal(offer, FIRST.withDayOfMonth(10))).isNull();
        assertThat(refusal(offer, FIRST.withDayOfMonth(11))).isEqualTo(PointsRefusal.WINDOW_CLOSED);
        assertThat(offer.hasWindow()).isTrue();
    }

    @Test
    @DisplayName("is refused elsewhere before it is called sold out, in all before in this month")
    void isRefusedInTheOrderOfPrecedence() {
        assertThat(refusal(offer(null, 0, 0, false), FIRST)).isEqualTo(PointsRefusal.OFFER_NOT_FOR_YOU);
        assertThat(refusal(offer(null, 0, 0, true), FIRST)).isEqualTo(PointsRefusal.SOLD_OUT);
        assertThat(refusal(offer(null, 1, 0, true), FIRST)).isEqualTo(PointsRefusal.SOLD_OUT_THIS_MONTH);
        assertThat(refusal(offer(null, 1, 1, true), FIRST)).isNull();
    }

    @Test
    @DisplayName("goes to one person as often as it says")
    void goesToOnePersonAsOftenAsItSays() {
        OnSale twice = offer(null, 5, null, true);
        assertThat(twice.toOneWhoHas(1)).isInstanceOf(Outcome.Done.class);
        assertThat(twice.toOneWhoHas(2)).isInstanceOf(Outcome.Refused.class);
    }

    private static Object refusal(OnSale offer, LocalDate day) {
        return switch (offer.on(day)) {
            case Outcome.Done<OnSale> done -> null;
            case Outcome.Refused<OnSale> refused -> refused.refusal();
        };
    }

    private static OnSale offer(Integer firstDays, int left, Integer leftThisMonth, boolean forHome) {
        return new OnSale(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "530103005005",
                "POINTS",
                100,
                0,
                true,
                true,
                true,
                forHome,
                true,
                2,
                leftThisMonth,
                firstDays,
                FIRST,
                LAST,
                left,
                leftThisMonth);
    }
}
