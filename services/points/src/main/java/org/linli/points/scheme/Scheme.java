package org.linli.points.scheme;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.linli.kit.http.Versioned;
import org.linli.kit.time.LinliClock;

/**
 * The terms of a unit. Amounts in hundredths.
 *
 * @param id the scheme
 * @param unit its unit in the ledger
 * @param expiry when its points end
 * @param years with {@link Expiry#YEARS}, else absent
 * @param warningDays how long before the end a volunteer is told; 0 for never
 * @param redeemable whether offers may be priced in it
 * @param transferable whether it may be given to other volunteers
 * @param donatable whether it may be given to a charity fund
 * @param minimumLeft what must stay with the giver
 * @param perDay how much one may give away in a day
 * @param perMonth how much one may give away in a month
 * @param version grows with every change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Scheme(
        UUID id,
        String unit,
        Expiry expiry,
        Integer years,
        int warningDays,
        boolean redeemable,
        boolean transferable,
        boolean donatable,
        long minimumLeft,
        long perDay,
        long perMonth,
        long version)
        implements Versioned {
    public Scheme {
        Objects.requireNonNull(unit);
        Objects.requireNonNull(expiry);
        if ((expiry == Expiry.YEARS) != (years != null)) {
            throw new IllegalArgumentException("years belong to points that last for years");
        }
    }

    /** The first moment at which points credited on a day no longer count; null if they always do. */
    public Instant expiresAt(LocalDate creditedOn) {
        LocalDate firstDayWithout = switch (expiry) {
            case NONE -> null;
            case END_OF_YEAR -> LocalDate.of(creditedOn.getYear() + 1, 1, 1);
            case YEARS -> creditedOn.plusYears(years).plusDays(1);
        };
        return firstDayWithout == null
                ? null
                : firstDayWithout.atStartOfDay(LinliClock.ZONE).toInstant();
    }
}
