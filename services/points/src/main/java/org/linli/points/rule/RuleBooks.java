package org.linli.points.rule;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.StreamSupport;
import org.linli.points.ledger.RuleReference;

/** Reads the rule book for those who work with the reactive client; only the use cases of this package write rules. */
@ApplicationScoped
public class RuleBooks {
    private static final String ALL = "select code, version, kind, unit, amount, category_amounts, minimum_stars,"
            + " valid_from, valid_until, activity_id, project_id from points_rule order by code, version";

    /** Everything that was ever published: a few rows. */
    public Uni<RuleBook> read(SqlClient client) {
        return client.preparedQuery(ALL)
                .execute()
                .map(rows -> new RuleBook(StreamSupport.stream(rows.spliterator(), false)
                        .map(RuleBooks::terms)
                        .toList()));
    }

    private static RuleTerms terms(Row row) {
        return new RuleTerms(
                new RuleReference(row.getString("code"), row.getInteger("version")),
                RuleKind.valueOf(row.getString("kind")),
                row.getString("unit"),
                row.getLong("amount"),
                RuleTerms.read(row.getString("category_amounts")),
                row.getInteger("minimum_stars"),
                row.getLocalDate("valid_from"),
                row.getLocalDate("valid_until"),
                new Naming(row.getUUID("activity_id"), row.getUUID("project_id")));
    }
}
