package org.linli.registration.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registration.Refusals.assertRefused;
import static org.linli.registration.Refusals.done;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.registration.RegistrationRefusal;

@DisplayName("A unified social credit code (GB 32100-2015)")
class CreditCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", " 91350100M000100Y43 "})
    void isReadIfItsCheckCharacterFits(String text) {
        assertThat(done(CreditCode.read(text)).value()).isEqualTo("91350100M000100Y43");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y4Z",
                "91350100M000100Y44",
                "91350100M000100Y34",
                "91350100m000100y43",
                "91350100M000100Y4",
                "91350100M000100Y433",
                "9135010OM000100Y43",
                "91350100I000100Y43",
                "九1350100M000100Y43",
                ""
            })
    void isRefusedWithAWrongCheckCharacterAForeignSymbolOrAnotherLength(String text) {
        assertRefused(CreditCode.read(text), RegistrationRefusal.CREDIT_CODE_INVALID);
    }
}
