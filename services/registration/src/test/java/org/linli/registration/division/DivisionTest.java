package org.linli.registration.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registration.Refusals.assertRefused;
import static org.linli.registration.Refusals.done;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.DivisionLevel;
import org.linli.registration.RegistrationRefusal;

class DivisionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    void coverageFollowsTheDigitsOfTheLevelNotTheTrailingZeros() {
        // 蓝村街道: a street whose nine digits end in a zero
        Division street = division("370215010000", DivisionLevel.STREET);

        assertThat(street.covers(division("370215010203", DivisionLevel.COMMUNITY)))
                .isTrue();
        assertThat(street.covers(street)).isTrue();
        assertThat(street.covers(division("370215011000", DivisionLevel.STREET)))
                .isFalse();
        assertThat(street.covers(division("370215018203", DivisionLevel.COMMUNITY)))
                .isFalse();
        assertThat(division("370215000000", DivisionLevel.DISTRICT).covers(street))
                .isTrue();
        assertThat(street.covers(division("370215000000", DivisionLevel.DISTRICT)))
                .isFalse();
    }

    @Test
    void aGridIsAddedUnderACommunityOnly() {
        Division community = division("530103005005", DivisionLevel.COMMUNITY);
        Division street = division("530103005000", DivisionLevel.STREET);

        assertThat(done(community.grid(code("530103005005001"), "第一网格", TODAY)).level())
                .isEqualTo(DivisionLevel.GRID);
        assertRefused(community.grid(code("530103005006001"), "别处", TODAY), RegistrationRefusal.GRID_CODE_ELSEWHERE);
        assertRefused(community.grid(code("530103005005"), "太短", TODAY), RegistrationRefusal.GRID_CODE_ELSEWHERE);
        assertRefused(street.grid(code("530103005000001"), "街道", TODAY), RegistrationRefusal.NOT_A_COMMUNITY);
    }

    @Test
    void aDivisionCountsUntilTheDayBeforeItsSuccessor() {
        Division old = division("530103005005", DivisionLevel.COMMUNITY);
        Division next = division("530103005009", DivisionLevel.COMMUNITY);

        done(old.succeededBy(next, TODAY));

        done(old.inForce(TODAY.minusDays(1), "division"));
        assertRefused(old.inForce(TODAY, "division"), RegistrationRefusal.DIVISION_NOT_IN_FORCE);
        assertThat(old.sequence()).isEqualTo(2);
    }

    @Test
    void successorsNeverLeadBackAndKeepTheLevel() {
        Division first = division("530103005005", DivisionLevel.COMMUNITY);
        Division second = division("530103005009", DivisionLevel.COMMUNITY);
        done(first.succeededBy(second, TODAY));

        assertRefused(second.succeededBy(first, TODAY), RegistrationRefusal.SUCCESSOR_UNFIT);
        assertRefused(second.succeededBy(second, TODAY), RegistrationRefusal.SUCCESSOR_UNFIT);
        assertRefused(
                second.succeededBy(division("530103005000", DivisionLevel.STREET), TODAY),
                RegistrationRefusal.SUCCESSOR_UNFIT);
    }

    private static Division division(String code, DivisionLevel level) {
        return new Division(code(code), "名", level, "000000000001");
    }

    private static DivisionCode code(String code) {
        return new DivisionCode(code);
    }
}
