package org.linli.activity.project;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.activity.ProjectClaimStatus;
import org.linli.kit.http.Versioned;

/**
 * A claim; what was written is absent for all but the organisation and those who look after the project.
 *
 * @param id the claim
 * @param version travels as ETag
 * @param projectId the project
 * @param status where it stands
 * @param division where the organisation belongs
 * @param teamId the team that claims it
 * @param stationId the station that claims it
 * @param words what the organisation intends
 * @param askedAt when it was made
 * @param decidedAt when it was granted or declined
 * @param endedAt when it was given back or taken back
 * @param reason why it was declined, given back or taken back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClaimView(
        UUID id,
        @JsonIgnore long version,
        UUID projectId,
        ProjectClaimStatus status,
        String division,
        UUID teamId,
        UUID stationId,
        String words,
        Instant askedAt,
        Instant decidedAt,
        Instant endedAt,
        String reason)
        implements Versioned {

    static ClaimView of(ProjectClaim claim, String words, String reason) {
        return new ClaimView(
                claim.id(),
                claim.version(),
                claim.projectId(),
                claim.status(),
                claim.organisation().division(),
                claim.organisation().teamId(),
                claim.organisation().stationId(),
                words,
                claim.askedAt(),
                claim.decidedAt(),
                claim.endedAt(),
                reason);
    }
}
