package org.linli.registration.volunteer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.linli.contracts.ServiceCategory;

/**
 * What somebody says about themselves to become a volunteer (Order 67 art. 5).
 *
 * @param realName name as it stands in the document
 * @param documentType kind of identity document
 * @param documentNumber its number
 * @param phone mainland mobile number, or + with country code
 * @param birthDate day of birth
 * @param sex as it stands in the document
 * @param homeDivision community in which the volunteer lives, 12 digits
 * @param skills codes of the skill dictionary
 * @param categories kinds of service offered
 * @param identities codes of the identity dictionary: party member in work, retired, rider, youth, …
 */
record RegistrationForm(
        @NotBlank @Size(max = 100) String realName,
        @NotNull DocumentType documentType,
        @NotBlank @Size(max = 40) String documentNumber,
        @NotBlank @Size(max = 40) String phone,
        @NotNull LocalDate birthDate,
        @NotNull Sex sex,
        @NotNull @Pattern(regexp = "\\d{12}") String homeDivision,
        @Size(max = 30) List<@NotNull @Pattern(regexp = CODE) String> skills,
        @Size(max = 9) List<@NotNull ServiceCategory> categories,
        @Size(max = 30) List<@NotNull @Pattern(regexp = CODE) String> identities) {
    /** A code of a dictionary. */
    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9_-]{0,39}";

    RegistrationForm {
        skills = distinct(skills);
        categories = distinct(categories);
        identities = distinct(identities);
    }

    /** Nulls stay for the validation to name them. */
    private static <T> List<T> distinct(List<T> list) {
        return list == null ? List.of() : list.stream().distinct().toList();
    }
}
