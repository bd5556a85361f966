package org.linli.points.scheme;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.linli.kit.Outcome;
import org.linli.points.PointsRefusal;

/** New terms of a unit; see {@link Scheme} for their meaning. What is already credited keeps its end. */
record SchemeTerms(
        @NotNull Expiry expiry,
        @Min(1) @Max(20) Integer years,
        @NotNull @Min(0) @Max(365) Integer warningDays,
        @NotNull Boolean redeemable,
        @NotNull Boolean transferable,
        @NotNull Boolean donatable,
        @NotNull @Min(0) @Max(1_000_000_000) Long minimumLeft,
        @NotNull @Min(0) @Max(1_000_000_000) Long perDay,
        @NotNull @Min(0) @Max(1_000_000_000) Long perMonth) {

    /** Whether they belong together. */
    Outcome<SchemeTerms> check() {
        return (expiry == Expiry.YEARS) == (years != null)
                ? Outcome.done(this)
                : Outcome.refused(PointsRefusal.SCHEME_TERMS_INVALID, "years");
    }

    /** The scheme with these terms, one version on. */
    Scheme applied(Scheme before) {
        return new Scheme(
                before.id(),
                before.unit(),
                expiry,
                years,
                warningDays,
                redeemable,
                transferable,
                donatable,
                minimumLeft,
                perDay,
                perMonth,
                before.version() + 1);
    }
}
