package org.linli.registration.volunteer;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.linli.contracts.VolunteerStatus;

/**
 * What volunteers are looked for by; whatever is absent does not matter. Names and phone numbers are stored encrypted:
 * only whole ones are found.
 *
 * @param division only volunteers who live in this division
 * @param status only volunteers with this status
 * @param name the whole name
 * @param phone the whole phone number
 * @param number the number of the volunteer
 */
record VolunteerSearch(
        @Pattern(regexp = "\\d{12}(\\d{3})?") String division,
        VolunteerStatus status,
        @Size(min = 2, max = 50) String name,
        @Size(max = 40) String phone,
        @Size(max = 40) String number) {

    @Override
    public String toString() {
        return "VolunteerSearch[in " + division + "]";
    }
}
