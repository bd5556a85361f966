package org.linli.registration.session;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.http.KitRefusal;
import org.linli.registration.RegistrationConfiguration;
import org.linli.registration.RegistrationRefusal;

/** Begins browser sessions, shows people their own and ends them. */
@ApplicationScoped
class BrowserSessionUseCase {
    private final BrowserSessions sessions;
    private final Audit audit;
    private final Pool pool;
    private final RegistrationConfiguration.Sessions limits;

    @Inject
    BrowserSessionUseCase(BrowserSessions sessions, Audit audit, Pool pool, RegistrationConfiguration configuration) {
        this.sessions = sessions;
        this.audit = audit;
        this.pool = pool;
        this.limits = configuration.sessions();
    }

    /**
     * Begins one in the transaction of the connection. Whoever has too many loses the oldest; but if that one is new
     * itself, somebody signs in again and again, and is refused. Older sessions end before that, one by one.
     */
    Uni<Outcome<BrowserSessionView>> begin(SqlConnection connection, Caller caller) {
        UUID account = caller.accountId();
        return sessions.lock(connection, account)
                .chain(() -> sessions.tooOften(connection, account, limits.most(), limits.settled()))
                .chain(often -> often
                        ? Steps.refused(RegistrationRefusal.TOO_MANY_SESSIONS)
                        : sessions.begin(connection, Ids.next(), account, limits.lifetime())
                                .call(begun -> sessions.endOldest(connection, account, limits.most()))
                                .map(Outcome::done));
    }

    /** The caller's own that count now. */
    Uni<List<BrowserSessionView>> mine(Caller caller) {
        return sessions.inForce(pool, caller.accountId());
    }

    /** Ends one of the caller's own in the transaction of the connection. */
    Uni<Outcome<UUID>> end(SqlConnection connection, Caller caller, UUID id) {
        return sessions.end(connection, caller.accountId(), id)
                .map(found -> found ? Outcome.done(id) : Outcome.refused(KitRefusal.NOT_FOUND));
    }

    /** Ends all of the caller's own in the transaction of the connection. */
    Uni<EndedSessions> endAll(SqlConnection connection, Caller caller) {
        return sessions.endAll(connection, caller.accountId())
                .call(ended ->
                        audit.record(connection, caller, "sessions-ended-everywhere", caller.accountId(), null, null))
                .map(EndedSessions::new);
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOldOnes() {
        return sessions.forget(pool).onFailure().recoverWithNull();
    }
}
