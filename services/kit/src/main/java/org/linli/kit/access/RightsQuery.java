package org.linli.kit.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.Role;
import org.linli.contracts.VolunteerStatus;
import org.linli.kit.time.LinliClock;

/** Reads rights in one statement, from wherever a service has them. */
public final class RightsQuery {
    private static final String SELECT = """
            select p.volunteer_id, p.volunteer_status, p.recipient_id,
                g.role, g.division_prefix, g.station_id, g.team_id, g.activity_id, g.valid_until
            from (%s) p
            left join %s g on g.account_id = $1 and g.revoked_at is null
                and g.valid_from <= $2 and (g.valid_until is null or g.valid_until > $2)
            """;

    private final Pool pool;
    private final LinliClock clock;
    private final String select;

    /**
     * For the tables of one service.
     *
     * @param person a query that answers exactly one row for the account {@code $1}: {@code volunteer_id}, {@code
     *     volunteer_status} and {@code recipient_id}, each null if there is none
     * @param grants the table of grants, with the columns of the kit's {@code grant_copy}
     */
    public RightsQuery(Pool pool, LinliClock clock, String person, String grants) {
        this.pool = pool;
        this.clock = clock;
        this.select = SELECT.formatted(person, grants);
    }

    /** Who an account is and which grants are in force now. */
    public Uni<Caller> of(UUID accountId) {
        return pool.preparedQuery(select)
                .execute(Tuple.of(accountId, clock.now().atOffset(ZoneOffset.UTC)))
                .map(rows -> caller(accountId, rows));
    }

    private static Caller caller(UUID accountId, RowSet<Row> rows) {
        Row person = rows.iterator().next();
        String status = person.getString("volunteer_status");
        List<Grant> grants = new ArrayList<>();
        rows.forEach(row -> {
            if (row.getString("role") != null) {
                grants.add(grant(row));
            }
        });
        return new Caller(
                accountId,
                person.getUUID("volunteer_id"),
                status == null ? null : VolunteerStatus.valueOf(status),
                person.getUUID("recipient_id"),
                grants);
    }

    private static Grant grant(Row row) {
        return new Grant(
                Role.valueOf(row.getString("role")),
                row.getString("division_prefix"),
                row.getUUID("station_id"),
                row.getUUID("team_id"),
                row.getUUID("activity_id"),
                row.getOffsetDateTime("valid_until") == null
                        ? null
                        : row.getOffsetDateTime("valid_until").toInstant());
    }
}
