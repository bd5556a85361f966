package org.linli.points.merchant;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.linli.kit.Outcome;
import org.linli.points.PointsRefusal;

/**
 * What an offer says. An offer with a window (a number a month, or the first days of a month) counts a person's own
 * limit within the month, any other one in all.
 *
 * @param title what is had
 * @param description more about it; may be missing
 * @param unit the scheme it is paid in
 * @param price hundredths of the unit for one
 * @param stock how many there are from the beginning
 * @param perPerson how many one person may have; null for no limit
 * @param perMonth how many there are in each month; null for no limit
 * @param firstDays to be had on the first so many days of a month; null for every day
 * @param audience division whose residents may have it; null for the district of the shop
 * @param byInvitation whether only those may have it who are invited (总行兑换); null for no, or as before if it is changed
 * @param validFrom first day
 * @param validUntil last day
 */
record OfferTerms(
        @NotBlank @Size(max = 80) String title,
        @Size(max = 1000) String description,

        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{1,29}") String unit,

        @NotNull @Min(1) @Max(100_000_000) Long price,
        @NotNull @Min(0) @Max(1_000_000) Integer stock,
        @Min(1) @Max(1_000_000) Integer perPerson,
        @Min(1) @Max(1_000_000) Integer perMonth,
        @Min(1) @Max(31) Integer firstDays,

        @Pattern(regexp = "\\d{12}(\\d{3})?") String audience,

        Boolean byInvitation,
        @NotNull LocalDate validFrom,
        @NotNull LocalDate validUntil) {

    /** Whether they belong together. */
    Outcome<OfferTerms> check(LocalDate today) {
        if (validUntil.isBefore(validFrom) || validUntil.isBefore(today)) {
            return Outcome.refused(PointsRefusal.OFFER_TERMS_INVALID, "validUntil");
        }
        // PostgreSQL's dates end long after any offer, Java's do not
        if (validFrom.getYear() < 2000 || validUntil.getYear() > 2999) {
            return Outcome.refused(PointsRefusal.OFFER_TERMS_INVALID, "validFrom");
        }
        return Outcome.done(this);
    }
}
