package org.linli.registration.division;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.DivisionLevel;
import org.linli.contracts.registration.DivisionState;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.kit.Outcome;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.registration.RegistrationConfiguration;

/** Loads files of divisions in a few set-based statements: the named second writer of the table (decision 2). */
@ApplicationScoped
class DivisionBulkWriter {
    // two loads at once would both find the same rows missing
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('division-load'))";
    private static final String STORED = "select code, name, level, parent from division where code = any($1)";
    private static final String WRITE = """
            insert into division as d (code, name, level, parent, prefix, sequence)
            select code, name, level, parent, prefix, 1
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
                with ordinality as row (code, name, level, parent, prefix, position)
            order by position
            on conflict (code) do update
            set name = excluded.name, parent = excluded.parent, sequence = d.sequence + 1, version = d.version + 1
            returning code, name, level, parent, valid_from, valid_until, successor, sequence
            """;

    private final Outbox outbox;
    private final RegistrationConfiguration configuration;

    @Inject
    DivisionBulkWriter(Outbox outbox, RegistrationConfiguration configuration) {
        this.outbox = outbox;
        this.configuration = configuration;
    }

    /** Loads a file in the transaction of the connection: all of it or nothing. */
    Uni<Outcome<LoadResult>> load(SqlConnection connection, String text) {
        return switch (DivisionFile.read(text)) {
            case Outcome.Done<DivisionFile>(DivisionFile file) -> load(connection, file);
            case Outcome.Refused<DivisionFile> refused -> Uni.createFrom().item(refused.map(never -> null));
        };
    }

    private Uni<Outcome<LoadResult>> load(SqlConnection connection, DivisionFile file) {
        return stored(connection, file)
                .map(stored -> DivisionLoad.of(file, stored, configuration.faultyRowsShown()))
                .call(decided -> switch (decided) {
                    case Outcome.Done<DivisionLoad>(DivisionLoad load) -> write(connection, load.written());
                    case Outcome.Refused<DivisionLoad> refused ->
                        Uni.createFrom().voidItem();
                })
                .map(decided -> decided.map(LoadResult::of));
    }

    private static Uni<Map<String, DivisionRow.Stored>> stored(SqlConnection connection, DivisionFile file) {
        String[] codes = file.rows().stream()
                .flatMap(row -> Stream.of(row.code(), row.parent()))
                .filter(code -> code != null)
                .distinct()
                .toArray(String[]::new);
        return connection
                .query(LOCK)
                .execute()
                .chain(() -> connection.preparedQuery(STORED).execute(Tuple.of(codes)))
                .map(rows -> {
                    Map<String, DivisionRow.Stored> stored = new HashMap<>();
                    rows.forEach(row -> stored.put(row.getString("code"), stored(row)));
                    return stored;
                });
    }

    private static DivisionRow.Stored stored(Row row) {
        return new DivisionRow.Stored(
                row.getString("name"), DivisionLevel.valueOf(row.getString("level")), row.getString("parent"));
    }

    private Uni<Void> write(SqlConnection connection, List<DivisionRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.of(
                column(rows, DivisionRow::code),
                column(rows, DivisionRow::name),
                column(rows, row -> row.level().name()),
                column(rows, DivisionRow::parent),
                column(rows, DivisionRow::prefix));
        return connection.preparedQuery(WRITE).execute(columns).chain(written -> {
            List<Fact> facts = new ArrayList<>(written.size());
            written.forEach(row -> facts.add(fact(row)));
            return outbox.add(connection, facts);
        });
    }

    private static String[] column(List<DivisionRow> rows, Function<DivisionRow, String> field) {
        return rows.stream().map(field).toArray(String[]::new);
    }

    private static Fact fact(Row row) {
        DivisionState state = new DivisionState(
                row.getString("code"),
                row.getString("name"),
                DivisionLevel.valueOf(row.getString("level")),
                row.getString("parent"),
                row.getLocalDate("valid_from"),
                row.getLocalDate("valid_until"),
                row.getString("successor"));
        return DivisionFacts.of(
                DivisionCode.of(state.code()),
                state.level(),
                row.getLong("sequence"),
                new RegistrationEvent.DivisionRecorded(state));
    }
}
