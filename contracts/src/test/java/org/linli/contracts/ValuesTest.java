package org.linli.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "53010300500", "5301030050050", "53010300500a", "530103005005001x"})
    void whatIsNotTwelveOrFifteenDigitsIsNoDivision(String text) {
        assertThat(DivisionCode.isValid(text)).isFalse();
        assertThatThrownBy(() -> DivisionCode.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStreetWhoseCodeEndsInZerosDoesNotCoverItsNeighbours() {
        // Given 蓝村街道 370215010000, whose last significant digit is a zero
        String street = DivisionLevel.STREET.prefixOf("370215010000");
        // Then it is nine digits long, and 370215011 lies outside
        assertThat(street).isEqualTo("370215010");
        assertThat(DivisionCode.of("370215010001").isWithin(street)).isTrue();
        assertThat(DivisionCode.of("370215011001").isWithin(street)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2018-11-24, UNDER_8", "2018-11-23, FROM_8_TO_13", "2012-11-24, FROM_8_TO_13", "2012-11-23, FROM_14_TO_15",
        "2010-11-23, FROM_16_TO_17", "2008-11-24, FROM_16_TO_17", "2008-11-23, FROM_18_TO_59", "1966-11-23, FROM_60"
    })
    void anAgeBandBeginsOnTheBirthday(LocalDate birth, AgeBand band) {
        assertThat(AgeBand.of(birth, LocalDate.of(2026, 11, 23))).isEqualTo(band);
    }

    @Test
    void anAccountIsTheSameWhereverItIsComputed() {
        UUID account = AccountId.of("https://id.example", "somebody");
        assertThat(account).isEqualTo(AccountId.of("https://id.example", "somebody"));
        assertThat(account).isNotEqualTo(AccountId.of("https://id.example", "somebody-else"));
        assertThat(account.version()).isEqualTo(5);
        assertThat(account.variant()).isEqualTo(2);
    }

    @Test
    void nameBasedIdsFollowTheStandard() {
        // RFC 9562, appendix A.4: www.example.com in the DNS namespace
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(AccountId.nameBased(dns, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobodyGrantsARoleAboveTheirOwn(Role other) {
        for (Role own : Role.values()) {
            if (other.rank() < own.rank()) {
                assertThat(own.mayGrant(other)).as("%s grants %s", own, other).isFalse();
            }
        }
        assertThat(Role.AUDITOR.mayGrant(other)).isFalse();
        assertThat(Role.DISTRICT_SYSTEM.mayGrant(other)).isFalse();
    }
}
