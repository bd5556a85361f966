package org.linli.activity.record;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;

/**
 * Service that no code proved, entered afterwards (补录).
 *
 * @param volunteerId whose hours
 * @param category kind of service
 * @param division where, a community
 * @param teamId the organising team; null if a station organised it
 * @param stationId the station; null without one
 * @param startedAt begin
 * @param endedAt end
 * @param content what was done
 * @param evidence what proves it: a reference to a list, a picture, a letter
 * @param reason why it was not recorded on the spot
 */
record ManualEntry(
        @NotNull UUID volunteerId,
        @NotNull ServiceCategory category,
        @NotNull DivisionCode division,
        UUID teamId,
        UUID stationId,
        @NotNull Instant startedAt,
        @NotNull Instant endedAt,
        @NotBlank @Size(max = 500) String content,
        @NotBlank @Size(max = 1000) String evidence,
        @NotBlank @Size(max = 500) String reason) {}
