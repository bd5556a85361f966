package org.linli.points.ledger;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * The statements that post, each over any number of rows, and their parameters. None joins what was given with what was
 * given: PostgreSQL takes an array of a plan that it keeps for ten elements and would go through both row by row.
 */
final class PostingStatements {
    static final String PASSBOOKS = """
            update passbook b set sequence = b.sequence + n.events
              from unnest($1::uuid[], $2::bigint[]) as n (volunteer_id, events)
              where b.volunteer_id = n.volunteer_id returning b.volunteer_id as id, b.sequence
            """;
    /** In the order of their ids, so that two batches never wait for each other in a circle. */
    static final String RAISED = """
            insert into account as a (id, kind, owner, unit, floored, balance, postings, opened_at)
              select id, kind, owner, unit, floored, change, lines, $8::timestamptz
              from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::boolean[], $6::bigint[], $7::bigint[])
                as n (id, kind, owner, unit, floored, change, lines)
              order by id
              on conflict (id) do update set balance = a.balance + excluded.balance,
                postings = a.postings + excluded.postings
              returning a.id, a.balance, a.postings
            """;
    /**
     * What goes towards a floor or a ceiling is a plain update: a CHECK would refuse the row of an upsert although the
     * sum is right. Who does that holds the passbook.
     */
    static final String BENT = """
            update account a set balance = a.balance + n.change, postings = a.postings + n.lines
              from unnest($1::uuid[], $2::bigint[], $3::bigint[]) as n (id, change, lines)
              where a.id = n.id returning a.id, a.balance, a.postings
            """;

    static final String POSTED = """
            insert into posting (id, entry_id, kind, unit, debit, credit, amount, claimed, rule_code, rule_version,
                cause_id, value_date, reverses, settles, content_hash, debit_number, debit_balance, credit_number,
                credit_balance, posted_at)
              select g.id, g.entry_id, g.kind, g.unit, g.debit, g.credit, g.amount, g.claimed, g.rule_code,
                g.rule_version, g.cause_id, g.value_date, g.reverses, g.settles, g.content_hash, g.debit_number,
                g.debit_balance, g.credit_number, g.credit_balance, $20::timestamptz
              from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::bigint[],
                  $8::bigint[], $9::text[], $10::int[], $11::uuid[], $12::date[], $13::uuid[], $14::uuid[],
                  $15::bytea[], $16::bigint[], $17::bigint[], $18::bigint[], $19::bigint[])
                with ordinality as g (id, entry_id, kind, unit, debit, credit, amount, claimed, rule_code,
                  rule_version, cause_id, value_date, reverses, settles, content_hash, debit_number, debit_balance,
                  credit_number, credit_balance, place)
              order by g.place
            """;
    static final String OPENED = """
            insert into lot (posting_id, account_id, number, amount, remaining, expires_at, moves)
              select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[],
                $6::timestamptz[], $7::int[])
            """;
    static final String SPENT = """
            update lot l set remaining = l.remaining - m.amount, moves = l.moves + m.moves
              from unnest($1::uuid[], $2::bigint[], $3::int[]) as m (lot_id, amount, moves)
              where l.posting_id = m.lot_id
            """;
    static final String ALLOCATED = """
            insert into lot_allocation (posting_id, lot_id, amount)
              select * from unnest($1::uuid[], $2::uuid[], $3::bigint[])
            """;

    private PostingStatements() {}

    static Tuple passbooks(List<Told> events) {
        Map<UUID, Long> counts = events.stream()
                .collect(Collectors.groupingBy(Told::volunteerId, LinkedHashMap::new, Collectors.counting()));
        return Tuple.of(counts.keySet().toArray(UUID[]::new), counts.values().toArray(Long[]::new));
    }

    static Tuple raised(Lines lines, Instant now) {
        List<Lines.Total> totals = lines.raised();
        return Tuple.tuple()
                .addValue(column(totals, UUID[]::new, total -> total.account().id()))
                .addValue(column(
                        totals, String[]::new, total -> total.account().kind().name()))
                .addValue(column(totals, String[]::new, total -> total.account().owner()))
                .addValue(column(totals, String[]::new, total -> total.account().unit()))
                .addValue(column(
                        totals, Boolean[]::new, total -> total.account().kind().floored()))
                .addValue(column(totals, Long[]::new, Lines.Total::change))
                .addValue(column(totals, Long[]::new, Lines.Total::lines))
                .addValue(utc(now));
    }

    static Tuple bent(Lines lines) {
        List<Lines.Total> totals = lines.bounded();
        return Tuple.of(
                column(totals, UUID[]::new, total -> total.account().id()),
                column(totals, Long[]::new, Lines.Total::change),
                column(totals, Long[]::new, Lines.Total::lines));
    }

    static Tuple posted(List<Lines.Numbered> numbered, Instant postedAt) {
        List<Posting> postings = numbered.stream().map(Lines.Numbered::posting).toList();
        Tuple tuple = Tuple.tuple();
        tuple.addValue(column(postings, UUID[]::new, Posting::id));
        tuple.addValue(column(postings, UUID[]::new, posting -> posting.entry().id()));
        tuple.addValue(column(postings, String[]::new, posting -> posting.kind().name()));
        tuple.addValue(column(postings, String[]::new, Posting::unit));
        tuple.addValue(column(postings, UUID[]::new, posting -> posting.debit().id()));
        tuple.addValue(column(postings, UUID[]::new, posting -> posting.credit().id()));
        tuple.addValue(column(postings, Long[]::new, Posting::amount));
        tuple.addValue(column(postings, Long[]::new, Posting::claimed));
        tuple.addValue(column(
                postings,
                String[]::new,
                posting -> posting.rule() == null ? null : posting.rule().code()));
        tuple.addValue(column(
                postings,
                Integer[]::new,
                posting -> posting.rule() == null ? null : posting.rule().version()));
        tuple.addValue(column(postings, UUID[]::new, Posting::causeId));
        tuple.addValue(column(postings, LocalDate[]::new, Posting::valueDate));
        tuple.addValue(column(postings, UUID[]::new, Posting::reverses));
        tuple.addValue(column(postings, UUID[]::new, Posting::settles));
        tuple.addValue(column(postings, Buffer[]::new, posting -> Buffer.buffer(posting.contentHash())));
        tuple.addValue(column(numbered, Long[]::new, Lines.Numbered::debitNumber));
        tuple.addValue(column(numbered, Long[]::new, Lines.Numbered::debitBalance));
        tuple.addValue(column(numbered, Long[]::new, Lines.Numbered::creditNumber));
        tuple.addValue(column(numbered, Long[]::new, Lines.Numbered::creditBalance));
        return tuple.addValue(utc(postedAt));
    }

    static Tuple opened(List<Lot> lots, List<Lines.Numbered> numbered) {
        Map<UUID, Long> numbers =
                numbered.stream().collect(Collectors.toMap(one -> one.posting().id(), Lines.Numbered::creditNumber));
        return Tuple.tuple()
                .addValue(column(lots, UUID[]::new, Lot::id))
                .addValue(column(lots, UUID[]::new, Lot::accountId))
                .addValue(column(lots, Long[]::new, lot -> numbers.get(lot.id())))
                .addValue(column(lots, Long[]::new, Lot::amount))
                .addValue(column(lots, Long[]::new, Lot::remaining))
                .addValue(column(lots, OffsetDateTime[]::new, lot -> utc(lot.expiresAt())))
                .addValue(column(lots, Integer[]::new, Lot::moves));
    }

    /** One row a lot: an update takes only one of several that were given for a row. */
    static Tuple spent(List<Allocation> moved) {
        Map<UUID, List<Allocation>> byLot = moved.stream()
                .collect(Collectors.groupingBy(Allocation::lotId, LinkedHashMap::new, Collectors.toList()));
        List<List<Allocation>> lots = List.copyOf(byLot.values());
        return Tuple.of(
                byLot.keySet().toArray(UUID[]::new),
                column(
                        lots,
                        Long[]::new,
                        lot -> lot.stream().mapToLong(Allocation::amount).sum()),
                column(lots, Integer[]::new, List::size));
    }

    static Tuple allocated(List<Allocation> moved) {
        return Tuple.of(
                column(moved, UUID[]::new, Allocation::postingId),
                column(moved, UUID[]::new, Allocation::lotId),
                column(moved, Long[]::new, Allocation::amount));
    }

    private static <R, T> T[] column(List<R> rows, IntFunction<T[]> array, Function<R, T> value) {
        return rows.stream().map(value).toArray(array);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
