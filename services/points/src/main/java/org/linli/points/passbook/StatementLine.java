package org.linli.points.passbook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.linli.points.ledger.PostingKind;

/**
 * A line of a statement (明细). Amounts in hundredths of a point.
 *
 * @param postingId the posting
 * @param entryId what several postings of one act share
 * @param kind what it did
 * @param amount change of the balance, above zero for a credit
 * @param claimed the amount before the cap of the day, at least the amount
 * @param balance the balance afterwards
 * @param ruleCode the rule that made it; absent if none did
 * @param ruleVersion version of that rule
 * @param causeId what it was for (a service record, a request, another posting)
 * @param valueDate the day it counts for
 * @param reverses the posting it takes back; absent if none
 * @param postedAt when
 * @param number its place in the passbook, from 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementLine(
        UUID postingId,
        UUID entryId,
        PostingKind kind,
        long amount,
        long claimed,
        long balance,
        String ruleCode,
        Integer ruleVersion,
        UUID causeId,
        LocalDate valueDate,
        UUID reverses,
        Instant postedAt,
        @JsonIgnore long number) {}
