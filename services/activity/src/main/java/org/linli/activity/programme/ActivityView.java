package org.linli.activity.programme;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ActivityStatus;
import org.linli.kit.http.Versioned;

/**
 * An activity as a caller sees it; what the caller may not read is absent.
 *
 * @param id the activity
 * @param version travels as ETag
 * @param status where it stands
 * @param division the community where it takes place
 * @param teamId the team that holds it
 * @param stationId the station that holds it
 * @param projectId the project of the library it is held for
 * @param kind which of the nine kinds of service it counts as
 * @param plan what is done; its contact for those who serve or hold it
 * @param insured whether an insurance is attached
 * @param insurance for those who hold it
 * @param madeAt when it was drafted
 * @param publishedAt when it became public
 * @param endedAt when it was closed or cancelled
 * @param reason why it was cancelled; for those who hold it, may read there or signed up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ActivityView(
        UUID id,
        @JsonIgnore long version,
        ActivityStatus status,
        String division,
        UUID teamId,
        UUID stationId,
        UUID projectId,
        ServiceCategory kind,
        Planned plan,
        boolean insured,
        InsurancePolicy insurance,
        Instant madeAt,
        Instant publishedAt,
        Instant endedAt,
        String reason)
        implements Versioned {}
