package org.linli.registration.grant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.Role;
import org.linli.kit.access.Caller;
import org.linli.kit.access.Grant;
import org.linli.kit.access.Rights;
import org.linli.kit.time.LinliClock;

/**
 * Rights from the tables themselves: here a grant counts and stops counting with the commit of its change. One
 * statement a request.
 */
@ApplicationScoped
class RegistrationRights implements Rights {
    private static final String SELECT = """
            select v.id as volunteer_id, r.id as recipient_id,
                g.role, g.division_prefix, g.station_id, g.team_id, g.activity_id
            from (select $1::uuid as account_id) as asked
            left join volunteer v using (account_id)
            left join recipient r using (account_id)
            left join role_grant g on g.account_id = asked.account_id and g.revoked_at is null
                and g.valid_from <= $2 and (g.valid_until is null or g.valid_until > $2)
            """;

    private final Pool pool;
    private final LinliClock clock;

    @Inject
    RegistrationRights(Pool pool, LinliClock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<Caller> of(UUID accountId) {
        return pool.preparedQuery(SELECT)
                .execute(Tuple.of(accountId, clock.now().atOffset(ZoneOffset.UTC)))
                .map(rows -> caller(accountId, rows));
    }

    private static Caller caller(UUID accountId, RowSet<Row> rows) {
        UUID volunteer = null;
        UUID recipient = null;
        List<Grant> grants = new ArrayList<>();
        for (Row row : rows) {
            volunteer = row.getUUID("volunteer_id");
            recipient = row.getUUID("recipient_id");
            if (row.getString("role") != null) {
                grants.add(new Grant(
                        Role.valueOf(row.getString("role")),
                        row.getString("division_prefix"),
                        row.getUUID("station_id"),
                        row.getUUID("team_id"),
                        row.getUUID("activity_id")));
            }
        }
        return new Caller(accountId, volunteer, recipient, grants);
    }
}
