package org.linli.contracts.registration;

import java.util.List;
import java.util.UUID;
import org.linli.contracts.ServiceCategory;

/**
 * A team as it stands.
 *
 * @param teamId the team
 * @param teamName public name of the team
 * @param kind what kind of team
 * @param division where it belongs, 12 digits
 * @param divisionPrefix the digits all divisions below it share
 * @param parentTeamId the team above; null if none
 * @param leaderId the volunteer who leads; null before one is named
 * @param categories kinds of service it offers
 */
public record TeamState(
        UUID teamId,
        String teamName,
        TeamKind kind,
        String division,
        String divisionPrefix,
        UUID parentTeamId,
        UUID leaderId,
        List<ServiceCategory> categories) {

    /** Kinds of team (seed system S04: one general team, standing teams, specialty teams). */
    public enum TeamKind {
        GENERAL,
        STANDING,
        SPECIALTY,
        STATION,
        COMMUNITY
    }

    public TeamState {
        categories = categories == null ? List.of() : List.copyOf(categories);
    }
}
