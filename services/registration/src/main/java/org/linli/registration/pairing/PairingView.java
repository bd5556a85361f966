package org.linli.registration.pairing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.http.Versioned;

/**
 * A pairing as both sides and those responsible see it. The recipient's file stays closed behind it.
 *
 * @param volunteerName masked, 张**
 * @param recipientName masked; in full for an institution
 * @param division home community of the recipient
 * @param endReason absent while it lasts, and if nobody gave one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PairingView(
        UUID id,
        UUID volunteerId,
        String volunteerName,
        UUID recipientId,
        String recipientName,
        UUID stationId,
        String division,
        boolean active,
        Instant startedAt,
        Instant endedAt,
        String endReason,
        @JsonIgnore long version)
        implements Versioned {}
