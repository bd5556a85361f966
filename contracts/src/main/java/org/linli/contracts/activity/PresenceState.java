package org.linli.contracts.activity;

import java.time.Instant;
import java.util.UUID;

/**
 * A pair of check-in and check-out.
 *
 * @param checkInId the pair
 * @param requestId the order served; null at a session
 * @param sessionId the session attended; null at an order
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
        UUID sessionId,
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
        LEADER_LIST,
        /** Told afterwards by a device that was offline; nobody but the device saw it. */
        CLAIMED_OFFLINE,
        /** Nobody checked out: closed at the end of the session by rule. */
        CLOSED_BY_RULE
    }
}
