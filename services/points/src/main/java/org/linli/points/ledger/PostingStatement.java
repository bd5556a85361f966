package org.linli.points.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import org.linli.kit.event.OutboxRow;

/**
 * The one statement that posts: any number of postings with their accounts, lots and events. Postings that are there
 * already are left out with everything that belongs to them. Balances are relative, so that a single credit needs no
 * lock and no transaction of its own; several passbooks at once must be locked before.
 */
final class PostingStatement {
    /** Stands in events for what only PostgreSQL knows: the number of the event and the balance. */
    static final long UNKNOWN = Long.MIN_VALUE;

    /**
     * Accounts are raised in the order of their ids, so that two batches never wait for each other in a circle. What
     * goes towards a floor or a ceiling is a plain update: a CHECK would refuse the row of an upsert although the sum
     * is
     * right. Who does that holds the passbook. Outer joins let a missing account or passbook fail as a null, never be
     * skipped.
     */
    static final String SQL = """
            with given as (
              select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::bigint[],
                  $8::bigint[], $9::text[], $10::int[], $11::uuid[], $12::date[], $13::uuid[], $14::uuid[],
                  $15::bytea[])
                with ordinality as g (id, entry_id, kind, unit, debit, credit, amount, claimed, rule_code, rule_version,
                  cause_id, value_date, reverses, settles, content_hash, place)
            ), fresh as (
              select g.* from given g left join posting p on p.id = g.id where p.id is null
            ), named as (
              select * from unnest($16::uuid[], $17::text[], $18::text[], $19::text[], $20::boolean[])
                as n (id, kind, owner, unit, floored)
            ), event as (
              select e.* from unnest($21::uuid[], $22::uuid[], $23::uuid[], $24::text[], $25::text[], $26::text[])
                with ordinality as e (posting_id, volunteer_id, account_id, topic, headers, data, place)
                join fresh f on f.id = e.posting_id
            ), counted as (
              update passbook b set sequence = b.sequence + n.events
                from (select volunteer_id, count(*) as events from event group by volunteer_id) n
                where b.volunteer_id = n.volunteer_id returning b.volunteer_id, b.sequence - n.events as before
            ), line as (
              select place, debit as account_id, -amount as change from fresh
              union all select place, credit, amount from fresh
            ), running as (
              select place, account_id, sum(change) over (partition by account_id order by place) as so_far,
                row_number() over (partition by account_id order by place) as nth,
                sum(change) over (partition by account_id) as change,
                count(*) over (partition by account_id) as lines
              from line
            ), total as (
              select distinct r.account_id as id, n.kind, n.owner, n.unit, n.floored, r.change::bigint, r.lines,
                n.floored and r.change < 0 or n.kind = 'CLAIM' and r.change > 0 as bounded
                from running r join named n on n.id = r.account_id
            ), raised as (
              insert into account as a (id, kind, owner, unit, floored, balance, postings, opened_at)
                select id, kind, owner, unit, floored, change, lines, $27::timestamptz
                from total, (select count(*) from counted) as passbooks_first
                where not bounded order by id
                on conflict (id) do update set balance = a.balance + excluded.balance,
                  postings = a.postings + excluded.postings
                returning a.id, a.balance, a.postings
            ), bent as (
              update account a set balance = a.balance + t.change, postings = a.postings + t.lines
                from total t where a.id = t.id and t.bounded returning a.id, a.balance, a.postings
            ), stood as (
              select r.place, r.account_id, (b.balance - r.change + r.so_far)::bigint as balance,
                b.postings - r.lines + r.nth as number
              from running r join (select * from raised union all select * from bent) b on b.id = r.account_id
            ), posted as (
              insert into posting (id, entry_id, kind, unit, debit, credit, amount, claimed, rule_code, rule_version,
                  cause_id, value_date, reverses, settles, posted_at, content_hash, debit_number, debit_balance,
                  credit_number, credit_balance)
                select f.id, f.entry_id, f.kind, f.unit, f.debit, f.credit, f.amount, f.claimed, f.rule_code,
                  f.rule_version, f.cause_id, f.value_date, f.reverses, f.settles, $27::timestamptz, f.content_hash,
                  d.number, d.balance, c.number, c.balance
                from fresh f left join stood d on d.place = f.place and d.account_id = f.debit
                  left join stood c on c.place = f.place and c.account_id = f.credit order by f.place
                returning id, debit, debit_balance, credit, credit_number, credit_balance
            ), opened as (
              insert into lot (posting_id, account_id, number, amount, remaining, expires_at, moves)
                select p.id, p.credit, p.credit_number, o.amount, o.remaining, o.expires_at, o.moves
                from unnest($28::uuid[], $29::bigint[], $30::bigint[], $31::timestamptz[], $32::int[])
                  as o (id, amount, remaining, expires_at, moves) join posted p on p.id = o.id
                returning posting_id
            ), move as (
              select m.posting_id, m.lot_id, m.amount
                from unnest($33::uuid[], $34::uuid[], $35::bigint[]) as m (posting_id, lot_id, amount)
                join posted p on p.id = m.posting_id
            ), spent as (
              update lot l set remaining = l.remaining - m.amount, moves = l.moves + m.moves
                from (select lot_id, sum(amount)::bigint as amount, count(*)::int as moves from move group by lot_id) m
                where l.posting_id = m.lot_id
            ), allocated as (
              insert into lot_allocation (posting_id, lot_id, amount)
                select m.posting_id, m.lot_id, m.amount from move m, (select count(*) from opened) as lots_first
            ), told as (
              insert into outbox (topic, key, headers, data)
                select e.topic, e.volunteer_id::text, replace(e.headers, '%1$d',
                    (c.before + row_number() over (partition by e.volunteer_id order by e.place))::text)::jsonb,
                  convert_to(replace(e.data, '%1$d', (case when p.debit = e.account_id then p.debit_balance
                    else p.credit_balance end)::text), 'UTF8')
                from event e left join posted p on p.id = e.posting_id
                  left join counted c on c.volunteer_id = e.volunteer_id order by e.place
            )
            select g.id, p.id is not null as fresh, old.content_hash = g.content_hash as same
              from given g left join posted p on p.id = g.id left join posting old on old.id = g.id
            """.formatted(UNKNOWN);

    private PostingStatement() {}

    /** What the statement needs. */
    static Tuple parameters(Changes changes, List<Told> told) {
        Tuple tuple = Tuple.tuple();
        postings(tuple, changes.postings());
        accounts(tuple, changes.postings());
        events(tuple, told);
        tuple.addOffsetDateTime(utc(changes.postedAt()));
        lots(tuple, changes.opened());
        List<Allocation> moved = changes.moved();
        tuple.addValue(column(moved, UUID[]::new, Allocation::postingId));
        tuple.addValue(column(moved, UUID[]::new, Allocation::lotId));
        tuple.addValue(column(moved, Long[]::new, Allocation::amount));
        return tuple;
    }

    /** An event of a posting: whose passbook it tells of. */
    record Told(UUID postingId, UUID volunteerId, UUID accountId, OutboxRow row) {}

    private static void postings(Tuple tuple, List<Posting> postings) {
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
    }

    private static void accounts(Tuple tuple, List<Posting> postings) {
        Map<UUID, Account> distinct = new LinkedHashMap<>();
        postings.forEach(posting -> {
            distinct.put(posting.debit().id(), posting.debit());
            distinct.put(posting.credit().id(), posting.credit());
        });
        List<Account> accounts = List.copyOf(distinct.values());
        tuple.addValue(distinct.keySet().toArray(UUID[]::new));
        tuple.addValue(column(accounts, String[]::new, account -> account.kind().name()));
        tuple.addValue(column(accounts, String[]::new, Account::owner));
        tuple.addValue(column(accounts, String[]::new, Account::unit));
        tuple.addValue(
                column(accounts, Boolean[]::new, account -> account.kind().floored()));
    }

    private static void events(Tuple tuple, List<Told> told) {
        tuple.addValue(column(told, UUID[]::new, Told::postingId));
        tuple.addValue(column(told, UUID[]::new, Told::volunteerId));
        tuple.addValue(column(told, UUID[]::new, Told::accountId));
        tuple.addValue(column(told, String[]::new, event -> event.row().topic()));
        tuple.addValue(column(told, String[]::new, event -> event.row().headers()));
        tuple.addValue(
                column(told, String[]::new, event -> new String(event.row().data(), UTF_8)));
    }

    private static void lots(Tuple tuple, List<Lot> opened) {
        tuple.addValue(column(opened, UUID[]::new, Lot::id));
        tuple.addValue(column(opened, Long[]::new, Lot::amount));
        tuple.addValue(column(opened, Long[]::new, Lot::remaining));
        tuple.addValue(column(opened, OffsetDateTime[]::new, lot -> utc(lot.expiresAt())));
        tuple.addValue(column(opened, Integer[]::new, Lot::moves));
    }

    private static <R, T> T[] column(List<R> rows, IntFunction<T[]> array, Function<R, T> value) {
        return rows.stream().map(value).toArray(array);
    }

    static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
