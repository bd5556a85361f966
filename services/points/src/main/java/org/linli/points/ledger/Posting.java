package org.linli.points.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.linli.contracts.AccountId;

/**
 * A posting (过账): an amount from one account to another, for ever.
 *
 * @param id UUIDv5 of cause, rule and ordinal: the same act again has the same id
 * @param entry the act it belongs to
 * @param kind what it did
 * @param debit the account that gives
 * @param credit the account that receives
 * @param amount hundredths, above zero
 * @param claimed hundredths before a cap, at least the amount
 * @param rule the rule version that made it; null if none did
 * @param causeId what it was for (a service record, a request, another posting)
 * @param valueDate the day it counts for
 * @param reverses the posting it takes back; null if none
 * @param settles the hold it ends; null if none
 */
public record Posting(
        UUID id,
        Entry entry,
        PostingKind kind,
        Account debit,
        Account credit,
        long amount,
        long claimed,
        RuleReference rule,
        UUID causeId,
        LocalDate valueDate,
        UUID reverses,
        UUID settles) {
    public Posting {
        Objects.requireNonNull(id);
        Objects.requireNonNull(entry);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(causeId);
        Objects.requireNonNull(valueDate);
        if (amount <= 0 || claimed < amount) {
            throw new IllegalArgumentException("a posting moves more than nothing, and not more than was claimed");
        }
        if (debit.equals(credit) || !debit.unit().equals(credit.unit())) {
            throw new IllegalArgumentException("a posting has two accounts of one unit");
        }
    }

    /** The id of what {@code rule} makes of {@code cause}. */
    public static UUID idOf(UUID cause, String rule, int ordinal) {
        return AccountId.nameBased(cause, rule + "|" + ordinal);
    }

    /** The unit of both accounts. */
    public String unit() {
        return debit.unit();
    }

    /**
     * SHA-256 of what makes it the posting it is; the same id with another hash is an error. The amount after a cap,
     * the
     * entry and the time are left out: the cap may have been used up by the posting itself when its cause is told
     * again. The function {@code posting_content} of the database computes the same.
     */
    public byte[] contentHash() {
        return contentHash(id, kind, debit, credit, claimed, rule, causeId, valueDate, reverses, settles);
    }

    static byte[] contentHash(
            UUID id,
            PostingKind kind,
            Account debit,
            Account credit,
            long claimed,
            RuleReference rule,
            UUID causeId,
            LocalDate valueDate,
            UUID reverses,
            UUID settles) {
        String content = String.join(
                "|",
                id.toString(),
                kind.name(),
                debit.unit(),
                debit.id().toString(),
                credit.id().toString(),
                Long.toString(claimed),
                rule == null ? "" : rule.code(),
                rule == null ? "" : Integer.toString(rule.version()),
                causeId.toString(),
                valueDate.toString(),
                reverses == null ? "" : reverses.toString(),
                settles == null ? "" : settles.toString());
        try {
            return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
