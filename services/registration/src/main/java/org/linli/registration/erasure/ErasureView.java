package org.linli.registration.erasure;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.http.Versioned;

/**
 * A demand for erasure.
 *
 * @param volunteerId who is to be erased; absent for a recipient
 * @param recipientId the recipient who is to be erased; absent for a volunteer
 * @param ground why
 * @param reason in words; absent if the person asks
 * @param confirmUntil first moment from which it can no longer be confirmed
 * @param doneAt when it was done; absent before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErasureView(
        UUID id,
        UUID volunteerId,
        UUID recipientId,
        ErasureStatus status,
        Ground ground,
        String reason,
        Instant askedAt,
        Instant confirmUntil,
        Instant doneAt,
        @JsonIgnore long version)
        implements Versioned {}
