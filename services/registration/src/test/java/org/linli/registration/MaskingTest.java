package org.linli.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskingTest {

    @Test
    void aNameKeepsItsFirstCharacterAndHidesItsLength() {
        assertThat(Masking.name("张三")).isEqualTo("张**");
        assertThat(Masking.name("欧阳修文")).isEqualTo("欧**");
        assertThat(Masking.name("𠀀三")).isEqualTo("𠀀**");
    }

    @Test
    void aResidentIdKeepsFourAndThreeCharacters() {
        assertThat(Masking.documentNumber("11010519491231002X")).isEqualTo("1101***********02X");
    }

    @Test
    void aShortDocumentNumberKeepsOneAndTwo() {
        assertThat(Masking.documentNumber("E1234567")).isEqualTo("E*****67");
        assertThat(Masking.documentNumber("E12")).isEqualTo("***");
    }

    @Test
    void aMobileNumberKeepsThreeAndFour() {
        assertThat(Masking.phone("13800000000")).isEqualTo("138****0000");
        assertThat(Masking.phone("+85212345678")).isEqualTo("+85*******78");
        assertThat(Masking.phone(null)).isNull();
    }
}
