package org.linli.points.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * What {@link LedgerWriter} does in rounds, in one statement and a transaction of its own, for the one case that
 * happens most when little happens: a single credit by a rule.
 */
final class CreditStatement {
    /**
     * The passbook first, then both accounts in the order of their ids, as in {@link PostingStatements}. A passbook
     * that is missing leaves the numbers null and so fails; a posting that is there already changes nothing.
     */
    static final String SQL = """
            with fresh as (
              select where not exists (select from posting where id = $1::uuid)
            ), counted as (
              update passbook set sequence = sequence + 1 where volunteer_id = $2::uuid and exists (select from fresh)
                returning sequence
            ), raised as (
              insert into account as a (id, kind, owner, unit, floored, balance, postings, opened_at)
                select v.id, v.kind, v.owner, $3::text, v.floored, v.change, 1, $4::timestamptz
                from (values ($5::uuid, $6::text, $7::text, $8::boolean, -$9::bigint),
                    ($10::uuid, $11::text, $12::text, $13::boolean, $9::bigint)) v (id, kind, owner, floored, change),
                  counted
                order by v.id
                on conflict (id) do update set balance = a.balance + excluded.balance, postings = a.postings + 1
                returning id, balance, postings
            ), posted as (
              insert into posting (id, entry_id, kind, unit, debit, credit, amount, claimed, rule_code, rule_version,
                  cause_id, value_date, posted_at, content_hash, debit_number, debit_balance, credit_number,
                  credit_balance)
                select $1, $14::uuid, 'EARNED', $3, $5, $10, $9, $15::bigint, $16::text, $17::int, $18::uuid, $19::date,
                  $4, $20::bytea, d.postings, d.balance, c.postings, c.balance
                from fresh left join raised d on d.id = $5 left join raised c on c.id = $10
                returning id, credit_number, credit_balance
            ), opened as (
              insert into lot (posting_id, account_id, number, amount, remaining, expires_at, moves)
                select id, $10, credit_number, $9, $9, $21::timestamptz, 0 from posted
            ), told as (
              insert into outbox (topic, key, headers, data)
                select $22::text, $2::text, replace($23::text, '%1$d', sequence::text)::jsonb,
                  convert_to(replace($24::text, '%1$d', credit_balance::text), 'UTF8')
                from posted, counted
            )
            select $1 as id, p.id is not null as fresh, old.content_hash = $20 as same
              from (values (1)) one left join posted p on true left join posting old on old.id = $1
            """.formatted(Told.UNKNOWN);

    private CreditStatement() {}

    /** Whether these changes are nothing but one credit by a rule that leaves a whole lot. */
    static boolean fits(Changes changes) {
        return changes.postings().size() == 1
                && changes.postings().getFirst().kind() == PostingKind.EARNED
                && changes.moved().isEmpty()
                && changes.opened().size() == 1;
    }

    /** What the statement needs. */
    static Tuple parameters(Changes changes, Told told) {
        Posting posting = changes.postings().getFirst();
        RuleReference rule = posting.rule();
        return Tuple.tuple()
                .addUUID(posting.id())
                .addUUID(told.volunteerId())
                .addString(posting.unit())
                .addOffsetDateTime(PostingStatements.utc(changes.postedAt()))
                .addUUID(posting.debit().id())
                .addString(posting.debit().kind().name())
                .addString(posting.debit().owner())
                .addBoolean(posting.debit().kind().floored())
                .addLong(posting.amount())
                .addUUID(posting.credit().id())
                .addString(posting.credit().kind().name())
                .addString(posting.credit().owner())
                .addBoolean(posting.credit().kind().floored())
                .addUUID(posting.entry().id())
                .addLong(posting.claimed())
                .addString(rule == null ? null : rule.code())
                .addInteger(rule == null ? null : rule.version())
                .addUUID(posting.causeId())
                .addLocalDate(posting.valueDate())
                .addValue(Buffer.buffer(posting.contentHash()))
                .addOffsetDateTime(
                        PostingStatements.utc(changes.opened().getFirst().expiresAt()))
                .addString(told.row().topic())
                .addString(told.row().headers())
                .addString(new String(told.row().data(), UTF_8));
    }
}
