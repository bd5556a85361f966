package org.linli.registration.star;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.http.Versioned;

/**
 * The stars of a volunteer.
 *
 * @param id of the volunteer
 * @param volunteerName masked, 张**
 * @param division home community
 * @param stars that count now, zero to five
 * @param proposedStars on display; 0 if none are
 * @param publicUntil when the display ends; absent without one
 * @param minutes of service on record; absent in the public list of displays
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StarView(
        UUID id,
        String volunteerName,
        String division,
        int stars,
        int proposedStars,
        Instant publicUntil,
        Long minutes,
        @JsonIgnore long version)
        implements Versioned {}
