package org.linli.registration.team;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.registration.TeamState.TeamKind;
import org.linli.registration.PublicName;

/**
 * What a caller says to found a team.
 *
 * @param division where it belongs
 * @param parentTeamId the team above; may be missing
 * @param categories kinds of service it offers
 * @param capacity most active members; missing for no limit
 * @param creditCode of the organisation behind it (GB 32100-2015); may be missing
 */
record TeamFounding(
        @NotNull TeamKind kind,

        @NotNull @Schema(implementation = String.class, maxLength = PublicName.MAX_LENGTH)
        PublicName name,

        @NotNull @Pattern(regexp = "\\d{12}(\\d{3})?") String division,
        UUID parentTeamId,
        @NotNull @Size(max = 20) List<@NotNull ServiceCategory> categories,
        @Min(1) @Max(1_000_000) Integer capacity,
        @Size(max = 40) String creditCode) {
    TeamFounding {
        // not List.copyOf: an empty entry is for the validation to name
        categories = categories == null ? null : Collections.unmodifiableList(new ArrayList<>(categories));
    }
}
