package org.linli.registration.volunteer;

import java.util.UUID;
import org.linli.contracts.AgeBand;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.VolunteerStatus;

/**
 * What other features may know of a volunteer.
 *
 * @param accountId the sign-in that belongs to the volunteer; null for somebody brought over from a former system
 * @param status whether the volunteer may serve
 * @param division home community
 * @param ageBand as of today
 */
public record VolunteerSummary(
        UUID volunteerId, UUID accountId, VolunteerStatus status, DivisionCode division, AgeBand ageBand) {}
