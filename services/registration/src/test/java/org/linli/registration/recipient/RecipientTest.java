package org.linli.registration.recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registration.Refusals.assertRefused;
import static org.linli.registration.Refusals.done;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.registration.RecipientState;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.registration.RegistrationRefusal;

@DisplayName("A recipient of help")
class RecipientTest {
    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-01");
    private static final DivisionCode HOME = new DivisionCode("530103005005");
    private static final UUID COORDINATOR = UUID.randomUUID();

    @Test
    void isLinkedToOneSignIn() {
        Recipient recipient = recipient();
        UUID account = UUID.randomUUID();

        RegistrationEvent linked = done(recipient.awaitsSignIn()).link(account);

        assertThat(linked).isInstanceOf(RegistrationEvent.RecipientLinked.class);
        assertThat(((RecipientState) linked.state()).accountId()).isEqualTo(account);
        assertRefused(recipient.awaitsSignIn(), RegistrationRefusal.RECIPIENT_LINKED_ALREADY);
        assertThat(recipient.sequence()).isEqualTo(2);
    }

    @Test
    void isNoLongerActiveForAnybodyAfterTheWithdrawal() {
        Recipient recipient = recipient();

        RegistrationEvent withdrawn = done(recipient.withdraw(COORDINATOR, NOW));

        assertThat(((RecipientState) withdrawn.state()).active()).isFalse();
        assertRefused(recipient.withdraw(COORDINATOR, NOW), RegistrationRefusal.RECIPIENT_WITHDRAWN);
        assertRefused(recipient.awaitsSignIn(), RegistrationRefusal.RECIPIENT_WITHDRAWN);
    }

    @Test
    void hasANameAndAPossibleBirthDate() {
        assertRefused(Person.read(said(" \u3000", null, null), TODAY), RegistrationRefusal.NAME_INVALID);
        assertRefused(Person.read(said("王测试", null, TODAY.plusDays(1)), TODAY), RegistrationRefusal.BIRTH_DATE_INVALID);
        assertRefused(
                Person.read(said("王测试", null, LocalDate.of(1899, 12, 31)), TODAY),
                RegistrationRefusal.BIRTH_DATE_INVALID);
        assertRefused(Person.read(said("王测试", "12", null), TODAY), RegistrationRefusal.PHONE_INVALID);
        assertThat(done(Person.read(said(" 王测试 ", null, TODAY), TODAY)).name()).isEqualTo("王测试");
    }

    @Test
    void isMaskedInListsUnlessItIsAnInstitution() {
        assertThat(Person.nameInLists("王测试", RecipientKind.PERSON))
                .startsWith("王")
                .doesNotContain("测");
        assertThat(Person.nameInLists("金实养老院", RecipientKind.INSTITUTION)).isEqualTo("金实养老院");
    }

    @Test
    void isNotSpelledOutWhereObjectsAreWrittenToLogs() {
        RecipientEnrolment said = said("王测试", "13800000000", TODAY);
        Person person = done(Person.read(said, TODAY));

        assertThat(said + " " + person).doesNotContain("王测试", "13800000000", "金实", "2026");
    }

    private static Recipient recipient() {
        return Recipient.enrol(
                new Recipient.Enrolment(
                        UUID.randomUUID(),
                        RecipientKind.PERSON,
                        UUID.randomUUID(),
                        HOME,
                        HouseholdTier.LOW_INCOME,
                        List.of(ServiceCategory.MEALS),
                        new SealedPerson(new byte[0], null, new byte[0], null, null)),
                COORDINATOR,
                NOW);
    }

    private static RecipientEnrolment said(String name, String phone, LocalDate birthDate) {
        return new RecipientEnrolment(
                RecipientKind.PERSON,
                name,
                phone,
                HouseholdTier.GENERAL,
                List.of(ServiceCategory.MEALS),
                HOME.value(),
                "金实小区 1 幢",
                null,
                UUID.randomUUID(),
                birthDate);
    }
}
