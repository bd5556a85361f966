package org.linli.registration.guardian;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Whom the station names as a guardian, having seen the documents.
 *
 * @param name as it stands in the document
 * @param phone where to reach the person
 */
record GuardianForm(
        @NotBlank @Size(max = 50) String name,
        @NotNull @Size(min = 1, max = 30) String phone,
        @NotNull Relationship relationship) {
    @Override
    public String toString() {
        return "GuardianForm[" + relationship + "]";
    }
}
