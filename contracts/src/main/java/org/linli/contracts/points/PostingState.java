package org.linli.contracts.points;

import java.time.Instant;
import java.util.UUID;

/**
 * A posting seen from a passbook.
 *
 * @param postingId the posting (UUIDv5 of cause, rule and ordinal)
 * @param entryId what several postings of one act share
 * @param volunteerId whose passbook
 * @param division community of the bank post, 12 digits
 * @param unit the scheme, for example {@code POINTS}
 * @param amount change of the balance in hundredths, positive for a credit
 * @param balance the balance afterwards, in hundredths
 * @param ruleCode the rule that made it; null for a manual correction
 * @param ruleVersion version of that rule; null with it
 * @param causeId what it was for (a service record, a request, another posting)
 * @param postedAt when
 */
public record PostingState(
        UUID postingId,
        UUID entryId,
        UUID volunteerId,
        String division,
        String unit,
        long amount,
        long balance,
        String ruleCode,
        Integer ruleVersion,
        UUID causeId,
        Instant postedAt) {}
