package org.linli.points.passbook;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.linli.points.ledger.Account;
import org.linli.points.ledger.PointsUnit;
import org.linli.points.ledger.PostingKind;
import org.linli.points.scheme.Schemes;

/** Reads passbooks: every statement touches only rows that it shows, however many passbooks there are. */
@ApplicationScoped
class PassbookReader {
    private static final String ONE = """
            select b.volunteer_id, b.division, b.opened_at,
              coalesce((select balance from account where id = $2), 0) as balance,
              coalesce((select balance from account where id = $3), 0) as held,
              coalesce((select -balance from account where id = $4), 0) as owed
            from passbook b where b.volunteer_id = $1
            """;
    private static final String PAGE = """
            select b.volunteer_id, b.division, b.opened_at from passbook b
            where b.division >= $1 and b.division < $2
              and exists (select from unnest($3::text[]) as s (prefix) where starts_with(b.division, s.prefix))
              and (b.division, b.volunteer_id) > ($4, $5)
            order by b.division, b.volunteer_id limit $6
            """;
    private static final String BALANCES = "select id, balance from account where id = any($1)";
    // two short walks along the indexes of credits and debits, merged
    private static final String STATEMENT = """
            select * from (
              (select id, entry_id, kind, amount, claimed, credit_balance as balance, rule_code, rule_version, cause_id,
                value_date, reverses, posted_at, credit_number as number
              from posting where credit = $1 and credit_number < $2 order by credit_number desc limit $3)
              union all
              (select id, entry_id, kind, -amount, claimed, debit_balance, rule_code, rule_version, cause_id,
                value_date, reverses, posted_at, debit_number
              from posting where debit = $1 and debit_number < $2 and kind <> 'EARNED'
              order by debit_number desc limit $3)
            ) line order by number desc limit $3
            """;
    private static final String BALANCE_AT = """
            select (coalesce((select sum(amount) from posting where credit = $1 and posted_at <= $2), 0)
              - coalesce((select sum(amount) from posting where debit = $1 and kind <> 'EARNED' and posted_at <= $2), 0)
              )::bigint as balance
            """;
    private static final String PURSES = """
            select s.unit, coalesce(a.balance, 0) as balance, coalesce(h.balance, 0) as held,
              coalesce(-c.balance, 0) as owed,
              (select min(l.expires_at) from lot l where l.account_id = p.account_id and l.remaining > 0
                and l.expires_at > $5) as first_ending
            from unnest($1::text[], $2::uuid[], $3::uuid[], $4::uuid[]) as p (unit, account_id, held_id, claim_id)
              join points_scheme s on s.unit = p.unit left join account a on a.id = p.account_id
              left join account h on h.id = p.held_id left join account c on c.id = p.claim_id
            order by s.unit
            """;
    private static final String PREFIX = "select prefix from division_copy where code = $1";

    private final Schemes schemes;
    private final Pool pool;

    @Inject
    PassbookReader(Schemes schemes, Pool pool) {
        this.schemes = schemes;
        this.pool = pool;
    }

    /** All units there are. */
    Uni<Collection<String>> units() {
        return schemes.all(pool).map(Map::keySet);
    }

    /** Behind which passbook a page begins. */
    record Key(String division, UUID volunteerId) {
        static final Key FIRST = new Key("", new UUID(0, 0));

        static Key read(String text) {
            int bar = text == null ? -1 : text.indexOf('|');
            try {
                return bar < 0 ? FIRST : new Key(text.substring(0, bar), UUID.fromString(text.substring(bar + 1)));
            } catch (IllegalArgumentException foreign) {
                return FIRST;
            }
        }
    }

    Uni<Optional<PassbookView>> find(UUID volunteerId, String unit) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(
                        volunteerId,
                        passbook(volunteerId, unit),
                        Account.held(volunteerId, unit).id(),
                        Account.claim(volunteerId, unit).id()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new PassbookView(
                                volunteerId,
                                row.getString("division"),
                                unit,
                                row.getLong("balance"),
                                row.getLong("held"),
                                row.getLong("owed"),
                                row.getOffsetDateTime("opened_at").toInstant()))
                        .findFirst());
    }

    /** Passbooks below any of these prefixes, one more than the limit. */
    Uni<List<PassbookLine>> page(List<String> prefixes, Key after, int limit) {
        if (prefixes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        String lowest = prefixes.stream().min(String::compareTo).orElseThrow();
        // ':' follows '9': everything that begins with the highest prefix lies below
        String beyond = prefixes.stream().max(String::compareTo).orElseThrow() + ":";
        return pool.preparedQuery(PAGE)
                .execute(Tuple.of(
                        lowest,
                        beyond,
                        prefixes.toArray(String[]::new),
                        after.division(),
                        after.volunteerId(),
                        limit + 1))
                .chain(this::withBalances);
    }

    Uni<List<StatementLine>> statement(UUID volunteerId, String unit, long before, int limit) {
        return pool.preparedQuery(STATEMENT)
                .execute(Tuple.of(passbook(volunteerId, unit), before, limit + 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PassbookReader::line)
                        .toList());
    }

    Uni<Long> balanceAt(UUID volunteerId, String unit, Instant at) {
        return pool.preparedQuery(BALANCE_AT)
                .execute(Tuple.of(passbook(volunteerId, unit), at.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getLong("balance"));
    }

    /** What a passbook holds in each of these units. */
    Uni<List<Purse>> purses(UUID volunteerId, Collection<String> units, Instant now) {
        return pool.preparedQuery(PURSES)
                .execute(Tuple.of(
                        units.toArray(String[]::new),
                        ids(units, unit -> Account.passbook(volunteerId, unit)),
                        ids(units, unit -> Account.held(volunteerId, unit)),
                        ids(units, unit -> Account.claim(volunteerId, unit)),
                        now.atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PassbookReader::purse)
                        .toList());
    }

    private static UUID[] ids(Collection<String> units, Function<String, Account> account) {
        return units.stream().map(unit -> account.apply(unit).id()).toArray(UUID[]::new);
    }

    private static Purse purse(Row row) {
        OffsetDateTime ending = row.getOffsetDateTime("first_ending");
        return new Purse(
                row.getString("unit"),
                row.getLong("balance"),
                row.getLong("held"),
                row.getLong("owed"),
                ending == null ? null : ending.toInstant());
    }

    /** The digits that everything below a division shares; empty if the division is not known here. */
    Uni<Optional<String>> prefixOf(String division) {
        return pool.preparedQuery(PREFIX)
                .execute(Tuple.of(division))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getString("prefix"))
                        .findFirst());
    }

    private Uni<List<PassbookLine>> withBalances(RowSet<Row> rows) {
        List<Row> found = StreamSupport.stream(rows.spliterator(), false).toList();
        UUID[] accounts = found.stream()
                .map(row -> passbook(row.getUUID("volunteer_id"), PointsUnit.POINTS))
                .toArray(UUID[]::new);
        return pool.preparedQuery(BALANCES).execute(Tuple.of(accounts)).map(balances -> {
            var byAccount = StreamSupport.stream(balances.spliterator(), false)
                    .collect(Collectors.toMap(row -> row.getUUID("id"), row -> row.getLong("balance")));
            return found.stream()
                    .map(row -> new PassbookLine(
                            row.getUUID("volunteer_id"),
                            row.getString("division"),
                            PointsUnit.POINTS,
                            byAccount.getOrDefault(passbook(row.getUUID("volunteer_id"), PointsUnit.POINTS), 0L),
                            row.getOffsetDateTime("opened_at").toInstant()))
                    .toList();
        });
    }

    private static StatementLine line(Row row) {
        return new StatementLine(
                row.getUUID("id"),
                row.getUUID("entry_id"),
                PostingKind.valueOf(row.getString("kind")),
                row.getLong("amount"),
                row.getLong("claimed"),
                row.getLong("balance"),
                row.getString("rule_code"),
                row.getInteger("rule_version"),
                row.getUUID("cause_id"),
                row.getLocalDate("value_date"),
                row.getUUID("reverses"),
                row.getOffsetDateTime("posted_at").toInstant(),
                row.getLong("number"));
    }

    private static UUID passbook(UUID volunteerId, String unit) {
        return Account.passbook(volunteerId, unit).id();
    }
}
