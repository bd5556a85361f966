package org.linli.points.verification;

/**
 * Questions to the ledger's own tables. Each statement answers how much was examined and a few ids of what is wrong.
 */
enum LedgerQuestion {
    /** Double entry: over all accounts of a unit the balances add up to nothing. */
    ZERO_SUM("zero-sum", """
            select (select count(*) from account) as examined,
              (select count(*) from (select from account group by unit having sum(balance) <> 0) f) as faults,
              (select string_agg(unit, ' ') from (select unit from account group by unit having sum(balance) <> 0) f)
                as detail
            """),
    /** A balance is what the postings of the account add up to, and nothing is posted to nowhere. */
    BALANCES("balances", """
            with computed as (
              select account_id, sum(change) as balance, count(*) as postings from (
                select debit as account_id, -amount as change from posting
                union all select credit, amount from posting) line group by account_id
            ), fault as (
              select coalesce(a.id, c.account_id) as id from account a full join computed c on c.account_id = a.id
              where a.id is null or a.balance <> coalesce(c.balance, 0) or a.postings <> coalesce(c.postings, 0)
            )
            select (select count(*) from account) as examined, %s
            """),
    /** The balance after each posting follows from the one before, and no posting is missing in between. */
    RUNNING_BALANCES("running-balances", """
            with line as (
              select id, debit as account_id, debit_number as number, debit_balance as balance, -amount as change
              from posting union all select id, credit, credit_number, credit_balance, amount from posting
            ), step as (
              select id, number, balance, change, lag(balance, 1, 0::bigint) over follows as before,
                row_number() over follows as nth
              from line window follows as (partition by account_id order by number)
            ), fault as (select id from step where number <> nth or balance <> before + change)
            select (select count(*) from posting) as examined, %s
            """),
    /** Lots: what is left is what was opened less what was taken, and together the balance of the passbook. */
    LOTS("lots", """
            with moved as (
              select lot_id, sum(amount) as amount, count(*) as moves from lot_allocation group by lot_id
            ), taken as (
              select posting_id, sum(amount) as amount from lot_allocation group by posting_id
            ), fault as (
              select l.posting_id as id from lot l left join moved m on m.lot_id = l.posting_id
                where l.remaining <> l.amount - coalesce(m.amount, 0) or l.moves <> coalesce(m.moves, 0)
              union all
              select a.id from account a left join (
                  select account_id, sum(remaining) as remaining from lot group by account_id) l on l.account_id = a.id
                where a.kind = 'PASSBOOK' and a.balance <> coalesce(l.remaining, 0)
              union all
              select p.id from posting p left join lot l on l.posting_id = p.id
                where p.kind in ('EARNED', 'TRANSFERRED')
                  and (l.amount is distinct from p.amount or l.account_id <> p.credit)
              union all
              select p.id from posting p left join taken t on t.posting_id = p.id
                where coalesce(t.amount, 0) <> case when p.kind in ('REVERSED', 'SETTLED', 'HELD', 'EXPIRED',
                  'TRANSFERRED', 'DONATED') then p.amount when p.kind = 'LAPSED' then -p.amount else 0 end
            )
            select (select count(*) from lot) as examined, %s
            """),
    /** A posting is still what it was when it was posted. */
    CONTENT("content", """
            with fault as (select p.id from posting p where p.content_hash <> posting_content(p))
            select (select count(*) from posting) as examined, %s
            """),
    /** The chain of seals: every sealed posting is there, unchanged, in its place. */
    SEALS("seals", """
            with link as (
              select number, from_position, to_position, postings, previous, hash,
                lag(hash, 1, '\\x'::bytea) over (order by number) as expected,
                lag(to_position, 1, 0::bigint) over (order by number) + 1 as begins,
                row_number() over (order by number) as nth
              from seal
            ), fault as (
              select l.number::text as id from link l left join lateral (
                select count(*) as postings, string_agg(posting_digest(p), ''::bytea order by p.position) as digests
                from posting p where p.position between l.from_position and l.to_position) b on true
              where l.number <> l.nth or l.previous <> l.expected or l.from_position <> l.begins
                or b.postings <> l.postings or l.hash is distinct from sha256(l.previous || b.digests)
            )
            select (select count(*) from seal) as examined, %s
            """),
    /** Every posting by a rule names a version that was published. */
    RULES("rules", """
            with named as (
              select rule_code, rule_version, count(*) as postings from posting where rule_code is not null
              group by rule_code, rule_version
            ), fault as (
              select n.rule_code || ' ' || n.rule_version as id from named n left join points_rule r
                on r.code = n.rule_code and r.version = n.rule_version where r.id is null
            )
            select coalesce((select sum(postings) from named), 0)::bigint as examined, %s
            """),
    /** Each event that was applied has exactly its postings, and nothing was earned without an event. */
    SOURCES("sources", """
            with entry as (
              select entry_id, count(*) as postings, bool_or(kind = 'EARNED') as earned from posting group by entry_id
            ), fault as (
              select coalesce(s.event_id, e.entry_id) as id
              from source_event s full join entry e on e.entry_id = s.event_id
              where (s.event_id is null and e.earned) or s.postings <> coalesce(e.postings, 0)
                or (s.outcome = 'POSTED') <> (s.postings > 0) or s.outcome = 'DIFFERS'
            )
            select (select count(*) from source_event) as examined, %s
            """),
    /** Each redemption has its hold, which ended as the redemption did; nothing else is set aside. */
    REDEMPTIONS("redemptions", """
            with fault as (
              select r.id from redemption r left join posting h on h.id = r.hold_id
                left join posting s on s.settles = r.hold_id
              where h.kind is distinct from 'HELD' or h.amount <> r.amount or h.unit <> r.unit
                or s.kind is distinct from (case r.status when 'FULFILLED' then 'FULFILLED'
                  when 'LAPSED' then 'LAPSED' when 'CANCELLED' then 'LAPSED' end)
              union all
              select p.id from posting p left join redemption r on r.hold_id = p.id
              where p.kind = 'HELD' and r.id is null
            )
            select (select count(*) from redemption) as examined, %s
            """),
    /** What is taken from the stock of an offer is set aside or handed over, in all and in each limited month. */
    STOCK("stock", """
            with counted as (
              select offer_id, '' as period, count(*) filter (where status = 'HELD') as held,
                count(*) filter (where status = 'FULFILLED') as fulfilled from redemption group by offer_id
              union all
              select offer_id, period, count(*) filter (where status = 'HELD'),
                count(*) filter (where status = 'FULFILLED') from redemption group by offer_id, period
            ), fault as (
              select s.offer_id as id from offer_stock s left join counted c
                on c.offer_id = s.offer_id and c.period = s.period
              where s.held <> coalesce(c.held, 0) or s.fulfilled <> coalesce(c.fulfilled, 0)
              union all
              select c.offer_id from counted c left join offer_stock s on s.offer_id = c.offer_id and s.period = ''
              where c.period = '' and s.offer_id is null
            )
            select (select count(*) from offer_stock) as examined, %s
            """),
    /** A shop is owed what it handed over. */
    PAYABLE("payable", """
            with owed as (
              select merchant_id::text as owner, unit, sum(amount) as amount from redemption
              where status = 'FULFILLED' group by merchant_id, unit
            ), fault as (
              select coalesce(a.owner, o.owner) as id
              from (select owner, unit, balance from account where kind = 'PAYABLE') a
                full join owed o on o.owner = a.owner and o.unit = a.unit
              where a.balance is distinct from o.amount
            )
            select (select count(*) from account where kind = 'PAYABLE') as examined, %s
            """),
    /** Each transfer and donation has its postings, and nothing was given away without one. */
    TRANSFERS("transfers", """
            with moved as (
              select cause_id, sum(amount) as amount from posting where kind in ('TRANSFERRED', 'DONATED')
              group by cause_id
            ), fault as (
              select coalesce(t.id, m.cause_id) as id from transfer t full join moved m on m.cause_id = t.id
              where t.amount is distinct from m.amount
            )
            select (select count(*) from transfer) as examined, %s
            """);

    private final String label;
    private final String sql;

    LedgerQuestion(String label, String sql) {
        this.label = label;
        this.sql = sql.replace("%s", Faults.COLUMNS);
    }

    String label() {
        return label;
    }

    String sql() {
        return sql;
    }

    /** An enum's own constants are not there yet while its members are made. */
    private static final class Faults {
        /** How many, and the first few. */
        static final String COLUMNS = "(select count(*) from fault) as faults, (select string_agg(id::text, ' ')"
                + " from (select id from fault order by id limit 3) first) as detail";
    }
}
