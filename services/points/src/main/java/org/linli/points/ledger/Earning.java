package org.linli.points.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Points that a rule gives.
 *
 * @param entry the act
 * @param volunteerId to whom
 * @param unit the scheme
 * @param rule which version of which rule
 * @param causeId what for
 * @param ordinal tells several postings of one rule for one cause apart, from 0
 * @param valueDate the day it counts for
 * @param claimed hundredths, above zero
 * @param dayCap hundredths that may be earned for that day; null if not limited
 * @param expiresAt when the lot ends; null if never
 */
public record Earning(
        Entry entry,
        UUID volunteerId,
        String unit,
        RuleReference rule,
        UUID causeId,
        int ordinal,
        LocalDate valueDate,
        long claimed,
        Long dayCap,
        Instant expiresAt) {

    /** The same with another end of its lot; null for none. */
    public Earning until(Instant end) {
        return new Earning(entry, volunteerId, unit, rule, causeId, ordinal, valueDate, claimed, dayCap, end);
    }

    /** The id its posting has. */
    public UUID postingId() {
        return Posting.idOf(causeId, rule.code(), ordinal);
    }

    /** The account it goes to. */
    Account passbook() {
        return Account.passbook(volunteerId, unit);
    }
}
