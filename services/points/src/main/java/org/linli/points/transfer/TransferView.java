package org.linli.points.transfer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.points.TransferState;
import org.linli.kit.http.Versioned;

/** Points given to others, as giver and receiver see it; see {@link TransferState} for its parts. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TransferView(
        UUID id,
        UUID volunteerId,
        UUID toVolunteerId,
        String fund,
        String division,
        String unit,
        long amount,
        Instant madeAt)
        implements Versioned {

    TransferState state() {
        return new TransferState(id, volunteerId, toVolunteerId, fund, division, unit, amount, madeAt);
    }

    /** It never changes. */
    @Override
    @JsonIgnore
    public long version() {
        return 1;
    }
}
