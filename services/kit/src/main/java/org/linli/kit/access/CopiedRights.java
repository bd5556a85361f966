package org.linli.kit.access;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.kit.time.LinliClock;

/** Rights from the local copy: one statement a request. */
@ApplicationScoped
@DefaultBean
class CopiedRights implements Rights {
    /** Two files may seem in force for a moment, while the withdrawal of the older is still on its way. */
    private static final String PERSON = """
            select a.volunteer_id, a.volunteer_status,
                (select max(r.recipient_id::text)::uuid from recipient_account r
                 where r.account_id = asked.account_id and r.in_force) as recipient_id
            from (select $1::uuid as account_id) as asked left join account_copy a using (account_id)
            """;

    private final RightsQuery query;

    @Inject
    CopiedRights(Pool pool, LinliClock clock) {
        this.query = new RightsQuery(pool, clock, PERSON, "grant_copy");
    }

    @Override
    public Uni<Caller> of(UUID accountId) {
        return query.of(accountId);
    }
}
