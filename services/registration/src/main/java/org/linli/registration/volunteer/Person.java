package org.linli.registration.volunteer;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.linli.kit.Outcome;
import org.linli.registration.PhoneNumber;
import org.linli.registration.RegistrationRefusal;

/**
 * Who a volunteer is: the personal fields of Order 67 art. 5, in plain text. Never stored or answered like this.
 *
 * @param realName as it stands in the document
 * @param document identity document
 * @param phone where to reach the person
 * @param birthDate day of birth
 * @param sex as it stands in the document
 */
record Person(String realName, IdentityDocument document, PhoneNumber phone, LocalDate birthDate, Sex sex) {
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_LIFE = 130;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M} .'·・•\\-]*[\\p{L}\\p{M}.]");

    /** Checks what somebody says about themselves. */
    static Outcome<Person> read(RegistrationForm form, LocalDate today) {
        return name(form.realName(), "realName")
                .then(name -> IdentityDocument.read(form.documentType(), form.documentNumber())
                        .then(document -> PhoneNumber.read(form.phone(), "phone")
                                .then(phone -> birthDate(form.birthDate(), today)
                                        .then(born -> document.agreesWith(born, form.sex()))
                                        .map(agreed ->
                                                new Person(name, agreed, phone, form.birthDate(), form.sex())))));
    }

    /** A name without needless spaces, as equal names are compared; refused on {@code field}. */
    static Outcome<String> name(String text, String field) {
        String name = SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches()
                ? Outcome.done(name)
                : Outcome.refused(RegistrationRefusal.NAME_INVALID, field);
    }

    private static Outcome<LocalDate> birthDate(LocalDate date, LocalDate today) {
        return date.isAfter(today) || date.isBefore(today.minusYears(LONGEST_LIFE))
                ? Outcome.refused(RegistrationRefusal.BIRTH_DATE_INVALID, "birthDate")
                : Outcome.done(date);
    }
}
