package org.linli.registration.team;

import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.kit.access.Caller;
import org.linli.registration.Responsible;

/** Who may do what with teams. */
final class TeamRights {
    private TeamRights() {}

    /** Founds teams there, names their leaders, decides on their members. */
    static boolean administers(Caller caller, DivisionCode division) {
        return caller.holds(division, Responsible.coordinators());
    }

    /** Holds the role of a leader for exactly this team, and is no volunteer who may not serve now. */
    static boolean holdsLeaderRole(Caller caller, Team team) {
        return mayServe(caller)
                && caller.grants().stream()
                        .anyMatch(grant ->
                                grant.role() == Role.TEAM_LEADER && team.id().equals(grant.teamId()));
    }

    private static boolean mayServe(Caller caller) {
        return caller.volunteerId() == null
                || caller.volunteerStatus() != null && caller.volunteerStatus().mayServe();
    }
}
