package org.linli.points.posting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.linli.kit.http.Versioned;
import org.linli.points.ledger.AccountKind;
import org.linli.points.ledger.PostingKind;

/**
 * A posting with both its sides. Amounts in hundredths of a point.
 *
 * @param id the posting
 * @param entryId what several postings of one act share
 * @param kind what it did
 * @param unit the scheme
 * @param debit kind of the account that gave
 * @param credit kind of the account that received
 * @param amount above zero
 * @param claimed the amount before the cap of the day
 * @param volunteerId whose points; absent if nobody's
 * @param division community of the bank post; absent if nobody's
 * @param ruleCode the rule that made it; absent if none did
 * @param ruleVersion version of that rule
 * @param causeId what it was for
 * @param valueDate the day it counts for
 * @param reverses the posting it takes back; absent if none
 * @param reversed whether it was taken back
 * @param postedAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostingView(
        UUID id,
        UUID entryId,
        PostingKind kind,
        String unit,
        AccountKind debit,
        AccountKind credit,
        long amount,
        long claimed,
        UUID volunteerId,
        String division,
        String ruleCode,
        Integer ruleVersion,
        UUID causeId,
        LocalDate valueDate,
        UUID reverses,
        boolean reversed,
        Instant postedAt)
        implements Versioned {

    /** A posting never changes, but it can be taken back once. */
    @Override
    @JsonIgnore
    public long version() {
        return reversed ? 2 : 1;
    }
}
