package org.linli.registration.recipient;

import java.time.LocalDate;
import org.linli.kit.Outcome;
import org.linli.registration.Masking;
import org.linli.registration.PhoneNumber;
import org.linli.registration.RegistrationRefusal;

/**
 * The personal fields of a recipient in plain text. They stand in no log.
 *
 * @param phone null if there is none
 * @param careNotes null if there are none
 * @param birthDate null if it is not known, always null for an institution
 */
record Person(String name, String phone, String address, String careNotes, LocalDate birthDate) {
    /** Nobody alive was born before. */
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /** Judges what was said about a person or an institution. */
    static Outcome<Person> read(RecipientEnrolment said, LocalDate today) {
        String name = said.name().strip();
        if (name.isEmpty()) {
            return Outcome.refused(RegistrationRefusal.NAME_INVALID, "name");
        }
        if (said.birthDate() != null && !mayBeBorn(said, today)) {
            return Outcome.refused(RegistrationRefusal.BIRTH_DATE_INVALID, "birthDate");
        }
        return phone(said)
                .map(phone -> new Person(name, phone, said.address().strip(), said.careNotes(), said.birthDate()));
    }

    private static boolean mayBeBorn(RecipientEnrolment said, LocalDate today) {
        LocalDate born = said.birthDate();
        return said.kind() == RecipientKind.PERSON && !born.isAfter(today) && !born.isBefore(EARLIEST);
    }

    private static Outcome<String> phone(RecipientEnrolment said) {
        return said.phone() == null
                ? Outcome.done(null)
                : PhoneNumber.read(said.phone(), "phone").map(PhoneNumber::value);
    }

    /** The name as a list shows it; an institution's is no secret. */
    static String nameInLists(String name, RecipientKind kind) {
        return switch (kind) {
            case INSTITUTION -> name;
            case PERSON -> Masking.name(name);
        };
    }

    @Override
    public String toString() {
        return "Person[]";
    }
}
