package org.linli.points.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Locks passbooks and reads the part of the ledger that some acts concern, one short statement for each kind of row.
 */
final class LedgerReader {
    // in the order of their ids, so that two batches never wait for each other in a circle
    static final String LOCK = "select volunteer_id, division from passbook where volunteer_id = any($1)"
            + " order by volunteer_id for update";
    private static final String BALANCES = "select id, balance from account where id = any($1)";
    static final String KNOWN = """
            select p.id, p.entry_id, p.kind, p.unit, p.amount, p.claimed, p.rule_code, p.rule_version, p.cause_id,
              p.value_date, p.reverses, p.settles, d.kind as debit_kind, d.owner as debit_owner,
              c.kind as credit_kind, c.owner as credit_owner, s.id as settled_by,
              (select r.cause_id from posting r where r.reverses = p.id limit 1) as reversed_because
            from posting p join account d on d.id = p.debit join account c on c.id = p.credit
              left join posting s on s.settles = p.id
            where p.id = any($1)
            """;
    private static final String EARNED = """
            select p.credit, p.value_date, sum(p.amount)::bigint as earned from posting p
            where p.kind = 'EARNED' and p.credit = any($1) and p.value_date = any($2)
              and not exists (select from posting r where r.reverses = p.id)
            group by p.credit, p.value_date
            """;
    /** Two selects: for one with an OR between them PostgreSQL reads the whole table. */
    private static final String LOTS = """
            select posting_id, account_id, number, amount, remaining, expires_at, moves from lot
              where account_id = any($1) and remaining > 0
            union
            select posting_id, account_id, number, amount, remaining, expires_at, moves from lot
              where posting_id in (select lot_id from lot_allocation where posting_id = any($2))
            """;

    private static final String ALLOCATIONS =
            "select posting_id, lot_id, amount from lot_allocation where posting_id = any($1)";

    private final SqlConnection connection;
    private final Wanted wanted;
    private Map<UUID, Passbook> passbooks = Map.of();
    private Map<UUID, Long> balances = Map.of();
    private Map<UUID, Known> known = Map.of();
    private Map<Snapshot.Day, Long> earned = Map.of();
    private List<Lot> lots = List.of();
    private List<Allocation> allocations = List.of();

    LedgerReader(SqlConnection connection, Wanted wanted) {
        this.connection = connection;
        this.wanted = wanted;
    }

    Uni<Snapshot> read() {
        return query(LOCK, Tuple.of(wanted.volunteers()))
                .invoke(rows -> passbooks = map(rows, row -> row.getUUID("volunteer_id"), LedgerReader::passbook))
                .chain(() -> query(BALANCES, Tuple.of(wanted.accounts())))
                .invoke(rows -> balances = map(rows, row -> row.getUUID("id"), row -> row.getLong("balance")))
                .chain(() -> query(KNOWN, Tuple.of(wanted.postings())))
                .invoke(rows -> known = map(rows, row -> row.getUUID("id"), LedgerReader::known))
                .chain(this::readEarned)
                .chain(this::readLots)
                .map(done -> new Snapshot(passbooks, balances, known, earned, lots, allocations));
    }

    private Uni<Void> readEarned() {
        if (wanted.days().length == 0) {
            return Uni.createFrom().voidItem();
        }
        return query(EARNED, Tuple.of(wanted.passbooks(), wanted.days()))
                .invoke(rows -> earned = map(
                        rows,
                        row -> new Snapshot.Day(row.getUUID("credit"), row.getLocalDate("value_date")),
                        row -> row.getLong("earned")))
                .replaceWithVoid();
    }

    private Uni<Void> readLots() {
        UUID[] accounts = wanted.spending(balances);
        if (accounts.length == 0) {
            return Uni.createFrom().voidItem();
        }
        UUID[] holds = known.values().stream()
                .filter(posting -> posting.posting().kind() == PostingKind.HELD)
                .map(posting -> posting.posting().id())
                .toArray(UUID[]::new);
        return query(LOTS, Tuple.of(accounts, holds))
                .invoke(rows -> lots = list(rows, LedgerReader::lot))
                .chain(() -> query(ALLOCATIONS, Tuple.of(holds)))
                .invoke(rows -> allocations = list(rows, LedgerReader::allocation))
                .replaceWithVoid();
    }

    private Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters);
    }

    private static Passbook passbook(Row row) {
        return new Passbook(row.getUUID("volunteer_id"), row.getString("division"));
    }

    static Known known(Row row) {
        return new Known(posting(row), row.getUUID("reversed_because"), row.getUUID("settled_by"));
    }

    private static Posting posting(Row row) {
        String unit = row.getString("unit");
        String rule = row.getString("rule_code");
        return new Posting(
                row.getUUID("id"),
                new Entry(row.getUUID("entry_id"), null),
                PostingKind.valueOf(row.getString("kind")),
                new Account(AccountKind.valueOf(row.getString("debit_kind")), row.getString("debit_owner"), unit),
                new Account(AccountKind.valueOf(row.getString("credit_kind")), row.getString("credit_owner"), unit),
                row.getLong("amount"),
                row.getLong("claimed"),
                rule == null ? null : new RuleReference(rule, row.getInteger("rule_version")),
                row.getUUID("cause_id"),
                row.getLocalDate("value_date"),
                row.getUUID("reverses"),
                row.getUUID("settles"));
    }

    private static Lot lot(Row row) {
        return new Lot(
                row.getUUID("posting_id"),
                row.getUUID("account_id"),
                row.getLong("number"),
                row.getLong("amount"),
                row.getLong("remaining"),
                row.getOffsetDateTime("expires_at") == null
                        ? null
                        : row.getOffsetDateTime("expires_at").toInstant(),
                row.getInteger("moves"));
    }

    private static Allocation allocation(Row row) {
        return new Allocation(row.getUUID("posting_id"), row.getUUID("lot_id"), row.getLong("amount"));
    }

    private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false).map(read).toList();
    }

    private static <K, T> Map<K, T> map(RowSet<Row> rows, Function<Row, K> key, Function<Row, T> read) {
        return StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.toMap(key, read, (one, other) -> one, HashMap::new));
    }
}
