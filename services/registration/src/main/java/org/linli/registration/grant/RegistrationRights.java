package org.linli.registration.grant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.kit.access.Caller;
import org.linli.kit.access.Rights;
import org.linli.kit.access.RightsQuery;
import org.linli.kit.time.LinliClock;

/**
 * Rights from the tables themselves: here a grant counts and stops counting with the commit of its change. One
 * statement a request.
 */
@ApplicationScoped
class RegistrationRights implements Rights {
    /** An account has at most one recipient's file in force, whatever was withdrawn before. */
    private static final String PERSON = """
            select v.id as volunteer_id, v.status as volunteer_status, r.id as recipient_id
            from (select $1::uuid as account_id) as asked
            left join volunteer v using (account_id)
            left join recipient r on r.account_id = asked.account_id and r.status = 'ACTIVE'
            """;

    private final RightsQuery query;

    @Inject
    RegistrationRights(Pool pool, LinliClock clock) {
        this.query = new RightsQuery(pool, clock, PERSON, "role_grant");
    }

    @Override
    public Uni<Caller> of(UUID accountId) {
        return query.of(accountId);
    }
}
