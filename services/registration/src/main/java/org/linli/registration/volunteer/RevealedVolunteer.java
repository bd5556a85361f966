package org.linli.registration.volunteer;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The personal fields of a volunteer in full; every answer of this kind is on record with its reason.
 *
 * @param phone eleven digits, or + with country code
 */
record RevealedVolunteer(
        UUID id,
        String realName,
        DocumentType documentType,
        String documentNumber,
        String phone,
        LocalDate birthDate,
        Sex sex) {
    static RevealedVolunteer of(UUID id, Person person) {
        return new RevealedVolunteer(
                id,
                person.realName(),
                person.document().type(),
                person.document().number(),
                person.phone().value(),
                person.birthDate(),
                person.sex());
    }
}
