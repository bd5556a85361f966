package org.linli.registration.volunteer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One row of an import: a volunteer as a former system knows it. Everything is text here, so that one impossible value
 * costs one row and not the batch; what the fields must hold is what {@link RegistrationForm} says. Only JSON of
 * another shape (a text instead of a list, an object instead of a text) refuses the batch: no value of a person looks
 * like that, the program that sends it is wrong in every row.
 *
 * @param reference what the former system calls the person: 1 to 64 visible ASCII characters, unique in that system
 * @param documentType as in a registration
 * @param birthDate ISO 8601 day
 * @param sex as in a registration
 * @param homeDivision community in which the volunteer lives, 12 digits
 * @param registeredOn ISO 8601 day on which the person registered in the former system
 * @param skills may be missing, like categories and identities
 */
record ImportedPerson(
        @Schema(pattern = "[!-~]{1,64}") String reference,
        String realName,
        @Schema(implementation = DocumentType.class) String documentType,
        String documentNumber,
        String phone,
        @Schema(format = "date") String birthDate,
        @Schema(implementation = Sex.class) String sex,
        String homeDivision,
        @Schema(format = "date") String registeredOn,
        List<String> skills,
        List<String> categories,
        List<String> identities) {}
