package org.linli.kit.access;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.contracts.VolunteerStatus;

/**
 * Who is calling, and which roles are in force.
 *
 * @param accountId the sign-in
 * @param volunteerId the volunteer it belongs to; null if none
 * @param volunteerStatus where that volunteer stands; null if not known
 * @param recipientId the recipient of help it belongs to, as long as that file is in force; null if none
 * @param grants roles in force now
 */
public record Caller(
        UUID accountId, UUID volunteerId, VolunteerStatus volunteerStatus, UUID recipientId, List<Grant> grants) {
    public Caller {
        grants = List.copyOf(grants);
    }

    /** Of whom it is not known where the volunteer stands. */
    public Caller(UUID accountId, UUID volunteerId, UUID recipientId, List<Grant> grants) {
        this(accountId, volunteerId, null, recipientId, grants);
    }

    /** Whether one of the roles is held for the whole of a division. */
    public boolean holds(DivisionCode division, Role... roles) {
        return in(roles).anyMatch(grant -> grant.covers(division));
    }

    /** Whether one of the roles is held for a station: for it alone, or for the division it stands in. */
    public boolean holdsForStation(UUID stationId, DivisionCode division, Role... roles) {
        return in(roles)
                .anyMatch(grant -> grant.covers(division) || stationId != null && stationId.equals(grant.stationId()));
    }

    /** Whether one of the roles is held anywhere. */
    public boolean holdsAnywhere(Role... roles) {
        return in(roles).findAny().isPresent();
    }

    /** The divisions, as prefixes, for the whole of which one of the roles is held; for lists within scope. */
    public List<String> scopes(Role... roles) {
        return in(roles)
                .filter(Grant::wholeDivision)
                .map(Grant::divisionPrefix)
                .distinct()
                .toList();
    }

    /** Stations for which alone one of the roles is held. */
    public List<UUID> stations(Role... roles) {
        return in(roles)
                .map(Grant::stationId)
                .filter(station -> station != null)
                .distinct()
                .toList();
    }

    private Stream<Grant> in(Role... roles) {
        List<Role> wanted = Arrays.asList(roles);
        return grants.stream().filter(grant -> wanted.contains(grant.role()));
    }
}
