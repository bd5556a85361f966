package org.linli.activity.request;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.RequestStatus;
import org.linli.kit.http.Versioned;

/**
 * An order as a caller sees it; what the caller may not read is absent.
 *
 * @param id the order
 * @param version travels as ETag
 * @param status where it stands
 * @param round 1, and one more for each reopening
 * @param escalationLevel 0, or 1 once it waited too long
 * @param recipientId for whom
 * @param stationId the station that handles it
 * @param division its community
 * @param category kind of help
 * @param skills codes of skills that would help
 * @param channel how it came in
 * @param submittedBy the account that ordered
 * @param submittedAt when the clock started
 * @param wantedFrom earliest time wanted
 * @param wantedUntil latest time wanted
 * @param dispatchId the current offer
 * @param teamId the team it is or was offered to
 * @param volunteerId who is offered it or took it
 * @param recipientStars the recipient's review of this round
 * @param volunteerStars the volunteer's review of this round
 * @param description what is wanted
 * @param risks what a helper should know
 * @param place where
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestView(
        UUID id,
        @JsonIgnore long version,
        RequestStatus status,
        int round,
        int escalationLevel,
        UUID recipientId,
        UUID stationId,
        String division,
        ServiceCategory category,
        List<String> skills,
        Channel channel,
        UUID submittedBy,
        Instant submittedAt,
        Instant wantedFrom,
        Instant wantedUntil,
        UUID dispatchId,
        UUID teamId,
        UUID volunteerId,
        Integer recipientStars,
        Integer volunteerStars,
        String description,
        String risks,
        Place place)
        implements Versioned {}
