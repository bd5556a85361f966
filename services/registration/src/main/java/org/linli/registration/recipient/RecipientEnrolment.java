package org.linli.registration.recipient;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.ServiceCategory;

/**
 * What a coordinator says to enrol a recipient. Its text is not for logs.
 *
 * @param phone number under which the recipient is reached; may be missing
 * @param needs kinds of help needed: the eight and "other"
 * @param division home community
 * @param address where help is given
 * @param careNotes what those who help must know; may be missing
 * @param stationId the station that looks after the recipient
 * @param birthDate of a person; may be missing
 */
record RecipientEnrolment(
        @NotNull RecipientKind kind,
        @NotNull @Size(min = 1, max = 60) String name,
        @Size(min = 1, max = 40) String phone,
        @NotNull HouseholdTier tier,
        @NotEmpty @Size(max = 20) List<@NotNull ServiceCategory> needs,
        @NotNull @Pattern(regexp = "\\d{12}") String division,

        @NotNull @Pattern(regexp = "(?sU).*\\S.*") @Size(min = 1, max = 200)
        String address,

        @Size(max = 2000) String careNotes,
        @NotNull UUID stationId,
        LocalDate birthDate) {
    RecipientEnrolment {
        // not List.copyOf: an empty entry is for the validation to name
        needs = needs == null ? null : Collections.unmodifiableList(new ArrayList<>(needs));
    }

    @Override
    public String toString() {
        return "RecipientEnrolment[of station " + stationId + "]";
    }
}
