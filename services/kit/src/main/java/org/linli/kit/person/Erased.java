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
import java.util.function.Function;
import java.util.function.Supplier;
import org.linli.contracts.registration.ErasureEvent.RecipientErased;
import org.linli.contracts.registration.ErasureEvent.VolunteerErased;
import org.linli.kit.event.Batch;
import org.linli.kit.time.LinliClock;

/**
 * Hears that volunteers or recipients of help were erased: in the transaction of the batch the sign-in loses the person
 * and, with a volunteer, all roles, and the work begins that clears the rest. That somebody was erased is kept, so that
 * nothing that is told again brings them back.
 */
@ApplicationScoped
public class Erased {
    private static final String REMEMBER = "insert into erased_volunteer (volunteer_id, erased_at) values ($1, $2)"
            + " on conflict do nothing returning volunteer_id";
    private static final String UNLINK = "delete from account_copy where account_id = $2 and volunteer_id = $1";
    private static final String NO_ROLES = "delete from grant_copy where account_id = $2 and $1::uuid is not null";

    /** The row stays: its sequence keeps out what is told again. */
    private static final String UNLINK_RECIPIENT =
            "update recipient_account set account_id = $1, in_force = false, sequence = $2 where recipient_id = $1";

    private final ErasureWork work;
    private final LinliClock clock;

    @Inject
    Erased(ErasureWork work, LinliClock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Applies what a batch tells. */
    public Uni<Void> apply(SqlConnection connection, Batch batch) {
        return each(
                        batch.<VolunteerErased>of(told -> told.event() instanceof VolunteerErased one ? one : null),
                        one -> volunteer(connection, one.value()))
                .chain(() -> each(
                        batch.<RecipientErased>of(told -> told.event() instanceof RecipientErased one ? one : null),
                        one -> recipient(connection, one.value(), one.received().sequence())));
    }

    private static <T> Uni<Void> each(List<Batch.Of<T>> told, Function<Batch.Of<T>, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(told)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .last();
    }

    private Uni<Void> volunteer(SqlConnection connection, VolunteerErased erased) {
        UUID volunteer = erased.volunteer().volunteerId();
        Tuple both = Tuple.of(volunteer, erased.formerAccountId());
        return unlessTold(
                connection,
                volunteer,
                () -> connection
                        .preparedQuery(UNLINK)
                        .execute(both)
                        .chain(() -> connection.preparedQuery(NO_ROLES).execute(both))
                        .chain(() -> work.begin(connection, volunteer, erased.formerAccountId())));
    }

    private Uni<Void> recipient(SqlConnection connection, RecipientErased erased, long sequence) {
        UUID recipient = erased.recipient().recipientId();
        return unlessTold(
                connection,
                recipient,
                () -> connection
                        .preparedQuery(UNLINK_RECIPIENT)
                        .execute(Tuple.of(recipient, sequence))
                        .chain(() -> work.begin(connection, recipient, erased.formerAccountId())));
    }

    /** Told before: what was begun then is over, or goes on by itself. */
    private Uni<Void> unlessTold(SqlConnection connection, UUID person, Supplier<Uni<Void>> begin) {
        return connection
                .preparedQuery(REMEMBER)
                .execute(Tuple.of(person, clock.now().atOffset(ZoneOffset.UTC)))
                .chain(rows -> rows.rowCount() == 0 ? Uni.createFrom().voidItem() : begin.get());
    }
}
