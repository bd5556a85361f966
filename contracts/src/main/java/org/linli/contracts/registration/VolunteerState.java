package org.linli.contracts.registration;

import java.util.List;
import java.util.UUID;
import org.linli.contracts.AgeBand;
import org.linli.contracts.Inside;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.VolunteerStatus;

/**
 * What others may know of a volunteer.
 *
 * @param volunteerId the volunteer
 * @param accountId the sign-in that belongs to the volunteer (see {@link org.linli.contracts.AccountId}); null while
 *     somebody brought over from a former system has none
 * @param status whether the volunteer may serve
 * @param division home community, 12 digits
 * @param ageBand for rules on age
 * @param skills codes of the skill dictionary
 * @param categories kinds of service offered
 */
public record VolunteerState(
        UUID volunteerId,
        @Inside UUID accountId,
        VolunteerStatus status,
        String division,
        @Inside AgeBand ageBand,
        @Inside List<String> skills,
        List<ServiceCategory> categories) {
    public VolunteerState {
        skills = skills == null ? List.of() : List.copyOf(skills);
        categories = categories == null ? List.of() : List.copyOf(categories);
    }
}
