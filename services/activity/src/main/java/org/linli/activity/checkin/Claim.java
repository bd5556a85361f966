package org.linli.activity.checkin;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/**
 * What a device kept while it was offline.
 *
 * @param claimId the device's own name for it: the same claim never counts twice
 * @param sessionId the session
 * @param arrivedAt arrival by the clock of the device
 * @param leftAt departure by the clock of the device
 */
record Claim(
        @NotNull UUID claimId,
        @NotNull UUID sessionId,
        @NotNull Instant arrivedAt,
        @NotNull Instant leftAt) {}
