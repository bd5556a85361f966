package org.linli.registration.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registration.Refusals.assertRefused;
import static org.linli.registration.Refusals.done;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.DivisionLevel;
import org.linli.registration.RegistrationRefusal;

@DisplayName("The coverage of a station")
class CoverageTest {
    private static final Coverage.Area CITY = area("530100000000", DivisionLevel.CITY);
    private static final Coverage.Area DISTRICT = area("530103000000", DivisionLevel.DISTRICT);
    private static final Coverage.Area STREET = area("530103005000", DivisionLevel.STREET);
    private static final Coverage.Area HOME = area("530103005005", DivisionLevel.COMMUNITY);
    private static final Coverage.Area ELSEWHERE = area("530111003006", DivisionLevel.COMMUNITY);

    @Test
    void isItsOwnDivisionWithoutAList() {
        assertThat(done(Coverage.of(HOME, List.of())).codes()).containsExactly("530103005005");
    }

    @Test
    void mayReachAcrossItsDistrict() {
        Coverage coverage = done(Coverage.of(HOME, List.of(STREET, DISTRICT)));

        assertThat(coverage.prefixes()).containsExactly("530103005", "530103");
    }

    @Test
    void doesNotReachIntoAnotherDistrictNorOverTheWholeCity() {
        assertRefused(Coverage.of(HOME, List.of(HOME, ELSEWHERE)), RegistrationRefusal.COVERAGE_OUTSIDE_DISTRICT);
        assertRefused(Coverage.of(HOME, List.of(CITY)), RegistrationRefusal.COVERAGE_OUTSIDE_DISTRICT);
    }

    @Test
    void ofACitysCentreMayReachAcrossTheCity() {
        assertThat(done(Coverage.of(CITY, List.of(DISTRICT, ELSEWHERE))).codes())
                .hasSize(2);
    }

    private static Coverage.Area area(String code, DivisionLevel level) {
        return new Coverage.Area(new DivisionCode(code), level, level.prefixOf(code));
    }
}
