package org.linli.contracts.activity;

import java.time.Instant;
import java.util.UUID;

/**
 * A pair of check-in and check-out.
 *
 * @param checkInId the pair
 * @param requestId the order served
 * @param volunteerId who was there
 * @param division community, 12 digits
 * @param inBy how the check-in was proven
 * @param inAt when
 * @param outBy how the check-out was proven; null while present
 * @param outAt when; null while present
 */
public record PresenceState(
        UUID checkInId,
        UUID requestId,
        UUID volunteerId,
        String division,
        PresenceProof inBy,
        Instant inAt,
        PresenceProof outBy,
        Instant outAt) {

    /** What proves presence. */
    public enum PresenceProof {
        /** The rotating URL behind the QR code. */
        SCANNED_CODE,
        /** The six digits beside it. */
        SIX_DIGITS,
        /** The leader's list, for people without a phone. */
        LEADER_LIST
    }
}
