package org.linli.points.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.linli.kit.event.Outbox;

/**
 * Writes what was judged, on a connection that holds the passbooks. Two rounds, the statements of each sent together:
 * numbers and balances are taken, then the rows that bear them are inserted. Every statement is of the kind whose plan
 * PostgreSQL makes once, and a bank post that everybody needs is held for the second round only.
 */
final class LedgerWriter {
    private final SqlConnection connection;
    private final Outbox outbox;

    LedgerWriter(SqlConnection connection, Outbox outbox) {
        this.connection = connection;
        this.outbox = outbox;
    }

    Uni<Void> write(Changes changes, List<Told> events) {
        Lines lines = Lines.of(changes.postings());
        return together(
                        query(PostingStatements.PASSBOOKS, PostingStatements.passbooks(events)),
                        query(PostingStatements.RAISED, PostingStatements.raised(lines, changes.postedAt())),
                        lines.bounded().isEmpty()
                                ? Uni.createFrom().nullItem()
                                : query(PostingStatements.BENT, PostingStatements.bent(lines)))
                .chain(taken -> {
                    Map<UUID, Long> sequences = map(taken.get(0), row -> row.getLong("sequence"));
                    Map<UUID, Lines.Stand> stands =
                            map(taken.get(1), row -> new Lines.Stand(row.getLong("balance"), row.getLong("postings")));
                    if (taken.get(2) != null) {
                        stands.putAll(map(
                                taken.get(2), row -> new Lines.Stand(row.getLong("balance"), row.getLong("postings"))));
                    }
                    return insert(changes, lines.numbered(stands), events, sequences);
                });
    }

    private Uni<Void> insert(
            Changes changes, List<Lines.Numbered> numbered, List<Told> events, Map<UUID, Long> sequences) {
        List<Uni<?>> statements = new ArrayList<>();
        statements.add(query(PostingStatements.POSTED, PostingStatements.posted(numbered, changes.postedAt())));
        if (!changes.moved().isEmpty()) {
            // before the lots: one that is opened here stands there as it is after all of it
            statements.add(query(PostingStatements.SPENT, PostingStatements.spent(changes.moved())));
        }
        if (!changes.opened().isEmpty()) {
            statements.add(query(PostingStatements.OPENED, PostingStatements.opened(changes.opened(), numbered)));
        }
        if (!changes.moved().isEmpty()) {
            statements.add(query(PostingStatements.ALLOCATED, PostingStatements.allocated(changes.moved())));
        }
        statements.add(outbox.insert(connection, Told.finished(events, numbered, sequences)));
        return together(statements.toArray(Uni[]::new)).replaceWithVoid();
    }

    /** Sent one after the other without waiting for answers; PostgreSQL answers in the same order. */
    @SuppressWarnings("unchecked") // a generic array of rows; what answers nothing is never looked at
    private static Uni<List<RowSet<Row>>> together(Uni<?>... statements) {
        List<Uni<RowSet<Row>>> all = new ArrayList<>();
        for (Uni<?> statement : statements) {
            all.add((Uni<RowSet<Row>>) statement);
        }
        return Uni.join().all(all).andFailFast();
    }

    private Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters);
    }

    private static <T> Map<UUID, T> map(RowSet<Row> rows, Function<Row, T> value) {
        return StreamSupport.stream(rows.spliterator(), false)
                .collect(Collectors.toMap(row -> row.getUUID("id"), value));
    }
}
