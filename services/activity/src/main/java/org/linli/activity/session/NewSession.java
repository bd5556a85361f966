package org.linli.activity.session;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * A session as it is scheduled or changed.
 *
 * @param startsAt begin
 * @param endsAt end, within 24 hours
 * @param capacity places
 */
record NewSession(
        @NotNull Instant startsAt,
        @NotNull Instant endsAt,
        @NotNull @Min(1) @Max(100_000) Integer capacity) {
    SessionTime time() {
        return new SessionTime(startsAt, endsAt);
    }
}
