package org.linli.registration.volunteer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.linli.contracts.ServiceCategory;
import org.linli.kit.Outcome;
import org.linli.kit.http.KitRefusal;
import org.linli.registration.RegistrationRefusal;

/** Reads rows of an import by the rules of a registration: the same form, the same checks, the same refusals. */
@ApplicationScoped
class ImportReading {
    private static final Pattern REFERENCE = Pattern.compile("[!-~]{1,64}");

    private final Validator validator;
    private final AgeLimits ages;

    @Inject
    ImportReading(Validator validator, AgeLimits ages) {
        this.validator = validator;
        this.ages = ages;
    }

    /**
     * A row that is right in itself.
     *
     * @param registeredOn day of the registration in the former system
     */
    record Right(RegistrationForm form, Person person, LocalDate registeredOn) {}

    /** Reads one row. */
    Outcome<Right> read(ImportedPerson row, LocalDate today) {
        return reference(row)
                .then(known -> form(row))
                .then(this::valid)
                .then(form -> Person.read(form, today)
                        .then(person -> registeredOn(row, person, today)
                                .then(day ->
                                        ages.mayBeEntered(person, today).map(fine -> new Right(form, person, day)))));
    }

    /** Whether it could be what a former system calls somebody. */
    static boolean isReference(String text) {
        return text != null && REFERENCE.matcher(text).matches();
    }

    private static Outcome<ImportedPerson> reference(ImportedPerson row) {
        return isReference(row.reference()) ? Outcome.done(row) : invalid("reference");
    }

    private static Outcome<RegistrationForm> form(ImportedPerson row) {
        return constant(DocumentType.values(), row.documentType(), "documentType")
                .then(type -> constant(Sex.values(), row.sex(), "sex")
                        .then(sex -> day(row.birthDate(), "birthDate")
                                .then(born -> categories(row.categories())
                                        .map(categories -> new RegistrationForm(
                                                row.realName(),
                                                type,
                                                row.documentNumber(),
                                                row.phone(),
                                                born,
                                                sex,
                                                row.homeDivision(),
                                                row.skills(),
                                                categories,
                                                row.identities())))));
    }

    private Outcome<RegistrationForm> valid(RegistrationForm form) {
        return validator.validate(form).stream()
                .map(ImportReading::fieldOf)
                .min(Comparator.naturalOrder())
                .map(ImportReading::<RegistrationForm>invalid)
                .orElseGet(() -> Outcome.done(form));
    }

    /** Without the place in a list: {@code skills[2].<list element>} is {@code skills}. */
    private static String fieldOf(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().iterator().next().getName();
    }

    private static Outcome<List<ServiceCategory>> categories(List<String> names) {
        List<Optional<ServiceCategory>> read = (names == null ? Stream.<String>of() : names.stream())
                .map(name -> find(ServiceCategory.values(), name))
                .toList();
        return read.stream().allMatch(Optional::isPresent)
                ? Outcome.done(read.stream().map(Optional::get).toList())
                : invalid("categories");
    }

    private static Outcome<LocalDate> registeredOn(ImportedPerson row, Person person, LocalDate today) {
        return day(row.registeredOn(), "registeredOn")
                .then(day -> day.isAfter(today) || day.isBefore(person.birthDate())
                        ? Outcome.refused(RegistrationRefusal.REGISTERED_ON_INVALID, "registeredOn")
                        : Outcome.done(day));
    }

    private static <E extends Enum<E>> Outcome<E> constant(E[] all, String name, String field) {
        return find(all, name).map(Outcome::done).orElseGet(() -> invalid(field));
    }

    private static <E extends Enum<E>> Optional<E> find(E[] all, String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst();
    }

    private static Outcome<LocalDate> day(String text, String field) {
        try {
            return text == null ? invalid(field) : Outcome.done(LocalDate.parse(text));
        } catch (DateTimeParseException noSuchDay) {
            return invalid(field);
        }
    }

    private static <T> Outcome<T> invalid(String field) {
        return Outcome.refused(KitRefusal.INVALID_VALUE, field);
    }
}
