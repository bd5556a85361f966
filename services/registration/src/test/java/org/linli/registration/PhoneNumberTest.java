package org.linli.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registration.Refusals.assertRefused;
import static org.linli.registration.Refusals.done;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"13812345678", "138 1234 5678", "138-1234-5678", "+86 138 1234 5678", "１３８12345678"})
    void theSameMobileNumberIsTheSameTextHoweverItIsWritten(String text) {
        assertThat(done(PhoneNumber.read(text, "phone")).value()).isEqualTo("13812345678");
    }

    @Test
    void aNumberFromElsewhereNeedsItsCountryCode() {
        assertThat(done(PhoneNumber.read("+852 1234 5678", "phone")).value()).isEqualTo("+85212345678");
        assertRefused(PhoneNumber.read("85212345678", "phone"), RegistrationRefusal.PHONE_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1381234567", "12812345678", "+0123456789", "call me", "138123456789"})
    void anythingElseIsRefused(String text) {
        assertRefused(PhoneNumber.read(text, "phone"), RegistrationRefusal.PHONE_INVALID);
    }
}
