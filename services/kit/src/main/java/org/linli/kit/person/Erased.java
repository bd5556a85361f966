package org.linli.kit.person;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.registration.ErasureEvent.VolunteerErased;
import org.linli.kit.event.Batch;
import org.linli.kit.time.LinliClock;

/**
 * Hears that volunteers were erased: in the transaction of the batch the sign-in loses the person and all roles, and
 * the
 * work begins that clears the rest. That somebody was erased is kept, so that nothing that is told again brings them
 * back.
 */
@ApplicationScoped
public class Erased {
    private static final String REMEMBER = "insert into erased_volunteer (volunteer_id, erased_at) values ($1, $2)"
            + " on conflict do nothing returning volunteer_id";
    private static final String UNLINK = "delete from account_copy where account_id = $2 and volunteer_id = $1";
    private static final String NO_ROLES = "delete from grant_copy where account_id = $2 and $1::uuid is not null";

    private final ErasureWork work;
    private final LinliClock clock;

    @Inject
    Erased(ErasureWork work, LinliClock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Applies what a batch tells. */
    public Uni<Void> apply(SqlConnection connection, Batch batch) {
        List<VolunteerErased> erased =
                batch.of(told -> told.event() instanceof VolunteerErased one ? one : null).stream()
                        .map(Batch.Of::value)
                        .toList();
        return Multi.createFrom()
                .iterable(erased)
                .onItem()
                .transformToUniAndConcatenate(one -> apply(connection, one))
                .collect()
                .last();
    }

    private Uni<Void> apply(SqlConnection connection, VolunteerErased erased) {
        UUID volunteer = erased.volunteer().volunteerId();
        Tuple both = Tuple.of(volunteer, erased.formerAccountId());
        return connection
                .preparedQuery(REMEMBER)
                .execute(Tuple.of(volunteer, clock.now().atOffset(ZoneOffset.UTC)))
                // told before: what was begun then is over, or goes on by itself
                .chain(rows -> rows.rowCount() == 0
                        ? Uni.createFrom().voidItem()
                        : connection
                                .preparedQuery(UNLINK)
                                .execute(both)
                                .chain(() -> connection.preparedQuery(NO_ROLES).execute(both))
                                .chain(() -> work.begin(connection, volunteer, erased.formerAccountId())));
    }
}
