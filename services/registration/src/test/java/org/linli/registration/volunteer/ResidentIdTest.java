package org.linli.registration.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentIdTest {

    @Test
    void thePublishedExamplesPassAndTellBirthDateAndSex() {
        ResidentId woman = ResidentId.read("11010519491231002X").orElseThrow();
        ResidentId man = ResidentId.read("440524188001010014").orElseThrow();

        assertThat(woman.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(woman.sex()).isEqualTo(Sex.FEMALE);
        assertThat(man.birthDate()).isEqualTo(LocalDate.of(1880, 1, 1));
        assertThat(man.sex()).isEqualTo(Sex.MALE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021", // wrong check character
                "11010519491231002x", // not normalised
                "110105491231002", // the old form of 15 digits
                "1101051949123100XX",
                "",
                "１１0105194912310021"
            })
    void anythingElseIsNoNumber(String text) {
        assertThat(ResidentId.read(text)).isEmpty();
    }

    @Test
    void everySingleWrongDigitIsFound() {
        String right = "11010519491231002X";
        for (int position = 0; position < 17; position++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String wrong = right.substring(0, position) + digit + right.substring(position + 1);
                assertThat(ResidentId.read(wrong).isPresent()).as(wrong).isEqualTo(wrong.equals(right));
            }
        }
    }

    @Test
    void aDayThatNeverWasIsNoBirthDate() {
        // 30 February with the right check character
        String digits = "11010519490230002";
        assertThat("10X98765432".chars().distinct().mapToObj(check -> digits + (char) check))
                .allSatisfy(number -> assertThat(ResidentId.read(number)).isEmpty());
    }
}
