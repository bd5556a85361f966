package org.linli.activity.checkin;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.activity.PresenceState;
import org.linli.contracts.activity.PresenceState.PresenceProof;
import org.linli.kit.http.Versioned;

/**
 * A pair of check-in and check-out as it is shown.
 *
 * @param inBy how the arrival was proven
 * @param outBy how the departure was proven; absent while present
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckInView(
        UUID id,
        @JsonIgnore long version,
        UUID requestId,
        UUID sessionId,
        UUID volunteerId,
        String division,
        PresenceProof inBy,
        Instant inAt,
        PresenceProof outBy,
        Instant outAt)
        implements Versioned {

    static CheckInView of(Presence presence) {
        PresenceState state = presence.state();
        return new CheckInView(
                state.checkInId(),
                presence.version(),
                state.requestId(),
                state.sessionId(),
                state.volunteerId(),
                state.division(),
                state.inBy(),
                state.inAt(),
                state.outBy(),
                state.outAt());
    }
}
