package org.linli.registration.volunteer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.AgeBand;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.VolunteerStatus;
import org.linli.kit.http.Versioned;

/**
 * A volunteer as the volunteer and those responsible see it: personal fields masked.
 *
 * @param number number of the volunteer, not of the document
 * @param status whether the volunteer may serve
 * @param statusReason why it was rejected, suspended or left; absent if no reason was given
 * @param realName masked, 张**
 * @param documentNumber masked, 1101***********02X
 * @param phone masked, 138****0000
 * @param homeDivision community in which the volunteer lives
 * @param statusSince since when the status holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VolunteerView(
        UUID id,
        String number,
        VolunteerStatus status,
        String statusReason,
        String realName,
        DocumentType documentType,
        String documentNumber,
        String phone,
        AgeBand ageBand,
        Sex sex,
        String homeDivision,
        List<String> skills,
        List<ServiceCategory> categories,
        List<String> identities,
        Instant registeredAt,
        Instant statusSince,
        @JsonIgnore long version)
        implements Versioned {
    VolunteerView {
        skills = List.copyOf(skills);
        categories = List.copyOf(categories);
        identities = List.copyOf(identities);
    }
}
