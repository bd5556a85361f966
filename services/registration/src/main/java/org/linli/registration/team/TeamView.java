package org.linli.registration.team;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.registration.TeamState.TeamKind;
import org.linli.kit.http.Versioned;

/**
 * A team as everybody may see it.
 *
 * @param division where it belongs, 12 digits
 * @param parentTeamId the team above; absent if none
 * @param leaderId the volunteer who leads; absent before one is named
 * @param capacity most active members; absent for no limit
 * @param members active members now
 * @param creditCode of the organisation behind it (GB 32100); absent if none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TeamView(
        UUID id,
        String name,
        TeamKind kind,
        String division,
        UUID parentTeamId,
        UUID leaderId,
        List<ServiceCategory> categories,
        Integer capacity,
        int members,
        String creditCode,
        @JsonIgnore long version)
        implements Versioned {
    TeamView {
        categories = List.copyOf(categories);
    }
}
