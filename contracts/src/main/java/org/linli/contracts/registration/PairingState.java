package org.linli.contracts.registration;

import java.time.Instant;
import java.util.UUID;

/**
 * That a volunteer looks after a household for good (结对): no tier, no needs, no address.
 *
 * @param pairingId the pairing
 * @param volunteerId who looks after the household
 * @param recipientId the recipient
 * @param stationId the station of the recipient
 * @param division home community of the recipient, 12 digits
 * @param active false once it ended
 * @param startedAt when it was made
 * @param endedAt when it ended; null while it lasts
 */
public record PairingState(
        UUID pairingId,
        UUID volunteerId,
        UUID recipientId,
        UUID stationId,
        String division,
        boolean active,
        Instant startedAt,
        Instant endedAt) {}
