package org.linli.activity.request;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;

/**
 * What somebody orders. A requester gives true, accurate, complete information and the risks (志愿服务条例 art. 13).
 *
 * @param recipientId for whom; a recipient's own sign-in may leave it out
 * @param channel how the order came in; SELF if left out by a recipient
 * @param category kind of help
 * @param skills codes of skills that would help; may be left out
 * @param description what is wanted
 * @param risks what a helper should know before coming; may be left out
 * @param place where
 * @param wantedFrom earliest time wanted; null if any
 * @param wantedUntil latest time wanted; null if any
 * @param division community of the order; the recipient's if left out
 * @param stationId the station to handle it; the recipient's if left out
 */
record Submission(
        UUID recipientId,
        Channel channel,
        @NotNull ServiceCategory category,
        @Size(max = 10) List<@NotNull @Pattern(regexp = "[\\p{L}\\p{N}_.-]{1,40}") String> skills,
        @NotBlank @Size(max = 1000) String description,
        @Size(max = 1000) String risks,
        @NotNull @Valid Place place,
        Instant wantedFrom,
        Instant wantedUntil,
        DivisionCode division,
        UUID stationId) {
    Submission {
        // not copyOf: a null inside is for validation to name, not a failure here
        skills = skills == null ? List.of() : java.util.Collections.unmodifiableList(new java.util.ArrayList<>(skills));
    }
}
