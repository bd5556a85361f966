package org.linli.activity.copy;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.contracts.Role;
import org.linli.kit.access.Caller;
import org.linli.kit.access.Grant;

/**
 * What a caller may do right now as a volunteer: serve, and lead teams. Whoever was suspended or left does neither,
 * whatever is still written about them; what they began they may end.
 *
 * @param mayServe whether the caller is a volunteer who may serve
 * @param teams the teams that the caller leads: by name, or as a deputy with the role of a leader for that team
 */
public record Serving(boolean mayServe, List<UUID> teams) {
    private static final Serving NOT = new Serving(false, List.of());

    public Serving {
        teams = List.copyOf(teams);
    }

    /** @param volunteer the caller as a volunteer; null if the caller is none */
    static Serving of(Caller caller, VolunteerCopy volunteer, List<UUID> named) {
        if (caller.volunteerId() != null && (volunteer == null || !volunteer.mayServe())) {
            return NOT;
        }
        return new Serving(
                volunteer != null,
                Stream.concat(named.stream(), deputised(caller)).distinct().toList());
    }

    /** Whether the caller leads this team; nobody leads null. */
    public boolean leads(UUID teamId) {
        return teamId != null && teams.contains(teamId);
    }

    private static Stream<UUID> deputised(Caller caller) {
        return caller.grants().stream()
                .filter(grant -> grant.role() == Role.TEAM_LEADER && grant.teamId() != null)
                .map(Grant::teamId);
    }
}
