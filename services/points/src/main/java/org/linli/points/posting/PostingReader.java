package org.linli.points.posting;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.linli.points.ledger.AccountKind;
import org.linli.points.ledger.PostingKind;

/** Reads one posting with its accounts and the passbook it concerns. */
@ApplicationScoped
class PostingReader {
    private static final String ONE = """
            select p.id, p.entry_id, p.kind, p.unit, p.amount, p.claimed, p.rule_code, p.rule_version, p.cause_id,
              p.value_date, p.reverses, p.posted_at, d.kind as debit, c.kind as credit, b.volunteer_id, b.division,
              exists (select from posting r where r.reverses = p.id) as reversed
            from posting p join account d on d.id = p.debit join account c on c.id = p.credit
              left join passbook b on b.volunteer_id = (case
                when c.kind in ('PASSBOOK', 'HELD', 'CLAIM') then c.owner
                when d.kind in ('PASSBOOK', 'HELD', 'CLAIM') then d.owner end)::uuid
            where p.id = $1
            """;

    Uni<Optional<PostingView>> find(SqlClient client, UUID id) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(PostingReader::view)
                        .findFirst());
    }

    private static PostingView view(Row row) {
        return new PostingView(
                row.getUUID("id"),
                row.getUUID("entry_id"),
                PostingKind.valueOf(row.getString("kind")),
                row.getString("unit"),
                AccountKind.valueOf(row.getString("debit")),
                AccountKind.valueOf(row.getString("credit")),
                row.getLong("amount"),
                row.getLong("claimed"),
                row.getUUID("volunteer_id"),
                row.getString("division"),
                row.getString("rule_code"),
                row.getInteger("rule_version"),
                row.getUUID("cause_id"),
                row.getLocalDate("value_date"),
                row.getUUID("reverses"),
                row.getBoolean("reversed"),
                row.getOffsetDateTime("posted_at").toInstant());
    }
}
