package org.linli.registration.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.linli.contracts.VolunteerStatus;
import org.linli.kit.time.LinliClock;

/**
 * What the figures need to know of a volunteer.
 *
 * @param division home community
 * @param registeredOn day of the registration, which decides the periods it counts in; never changes
 * @param standing whether it counts as registered: neither refused nor left
 * @param active whether the volunteer may serve now
 */
public record CountedVolunteer(
        UUID volunteerId, String division, LocalDate registeredOn, boolean standing, boolean active) {

    /** A volunteer as it stands in its row. */
    public static CountedVolunteer of(UUID id, String division, Instant registeredAt, VolunteerStatus status) {
        return new CountedVolunteer(
                id, division, LinliClock.dayOf(registeredAt), isStanding(status), status.mayServe());
    }

    private static boolean isStanding(VolunteerStatus status) {
        return switch (status) {
            case PENDING, VERIFIED, SUSPENDED -> true;
            case REJECTED, WITHDRAWN, ERASED -> false;
        };
    }
}
