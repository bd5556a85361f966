package org.linli.registration.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registration.Refusals.assertRefused;
import static org.linli.registration.Refusals.done;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.registration.RegistrationRefusal;

class PersonTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final LocalDate BORN = LocalDate.of(1949, 12, 31);

    @Test
    void namesAndNumbersAreNormalised() {
        Person person = done(
                Person.read(form(" 张  三 ", DocumentType.RESIDENT_ID, "110105 19491231 002x", BORN, Sex.FEMALE), TODAY));

        assertThat(person.realName()).isEqualTo("张 三");
        assertThat(person.document().number()).isEqualTo("11010519491231002X");
    }

    @Test
    void theCardAndItsOwnerMustSayTheSame() {
        assertRefused(
                Person.read(
                        form("张三", DocumentType.RESIDENT_ID, "11010519491231002X", BORN.plusDays(1), Sex.FEMALE),
                        TODAY),
                RegistrationRefusal.DOCUMENT_CONTRADICTS);
        assertRefused(
                Person.read(form("张三", DocumentType.RESIDENT_ID, "11010519491231002X", BORN, Sex.MALE), TODAY),
                RegistrationRefusal.DOCUMENT_CONTRADICTS);
    }

    @Test
    void otherDocumentsAreTakenAsTheyAre() {
        Person person =
                done(Person.read(form("John O'Neil", DocumentType.PASSPORT, "e-1234567", BORN, Sex.MALE), TODAY));

        assertThat(person.document().number()).isEqualTo("E1234567");
        assertRefused(
                Person.read(form("John", DocumentType.PASSPORT, "E1_34567", BORN, Sex.MALE), TODAY),
                RegistrationRefusal.DOCUMENT_NUMBER_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"张", "张3", "=HYPERLINK", "<b>", "张三\n李四1", "🧓🏻❤️"})
    void whatIsNoNameIsRefused(String name) {
        assertRefused(
                Person.read(form(name, DocumentType.PASSPORT, "E1234567", BORN, Sex.MALE), TODAY),
                RegistrationRefusal.NAME_INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"阿卜杜拉·买买提", "Mary-Jane Smith", "司马懿", "José Álvarez"})
    void namesOfManyKindsAreTaken(String name) {
        done(Person.read(form(name, DocumentType.PASSPORT, "E1234567", BORN, Sex.MALE), TODAY));
    }

    @Test
    void nobodyIsBornTomorrowOrOlderThanAnybodyEverWas() {
        assertRefused(
                Person.read(form("张三", DocumentType.PASSPORT, "E1234567", TODAY.plusDays(1), Sex.MALE), TODAY),
                RegistrationRefusal.BIRTH_DATE_INVALID);
        assertRefused(
                Person.read(
                        form("张三", DocumentType.RESIDENT_ID, "440524188001010014", LocalDate.of(1880, 1, 1), Sex.MALE),
                        TODAY),
                RegistrationRefusal.BIRTH_DATE_INVALID);
    }

    private static RegistrationForm form(String name, DocumentType type, String number, LocalDate born, Sex sex) {
        return new RegistrationForm(
                name, type, number, "13800000000", born, sex, "530103005005", List.of(), List.of(), List.of());
    }
}
