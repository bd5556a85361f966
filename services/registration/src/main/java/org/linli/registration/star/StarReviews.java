package org.linli.registration.star;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.UUID;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.kit.event.Batch;
import org.linli.kit.time.LinliClock;

/**
 * Orders a review for everybody whose recorded hours crossed a rung of the ladder, in the transaction that counted
 * them. Nothing is reviewed here: consumers change no entities.
 */
@ApplicationScoped
public class StarReviews {
    // An order that waits already is touched, so that nobody takes it before these hours are committed.
    private static final String ORDER = """
            insert into due_work as w (id, kind, subject, due_at)
            select gen_random_uuid(), $1, served.volunteer_id::text, $2::timestamptz
            from (
                select volunteer_id, minutes,
                    (select count(*) from unnest($3::bigint[]) as rung where minutes >= rung) as reached
                from volunteer_service where period = 'all' and volunteer_id = any ($4::uuid[])) as served
                left join star_file f on f.volunteer_id = served.volunteer_id
            where case
                when f.proposed_stars > 0 then reached < f.proposed_stars
                else reached > coalesce(f.stars, 0) and minutes >= coalesce(f.minutes_to_return, 0) end
            order by served.volunteer_id
            on conflict (kind, subject) do update set due_at = least(w.due_at, excluded.due_at)
            """;

    private final StarPolicy policy;
    private final LinliClock clock;

    @Inject
    StarReviews(StarPolicy policy, LinliClock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /** Looks at everybody whose service records a batch tells of, after they were counted. */
    public Uni<Void> apply(SqlConnection connection, Batch batch) {
        UUID[] volunteers = batch.of(told -> told.state(ServiceRecordState.class)).stream()
                .map(told -> told.value().volunteerId())
                .distinct()
                .toArray(UUID[]::new);
        return volunteers.length == 0
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(ORDER)
                        .execute(Tuple.of(
                                StarReview.KIND,
                                clock.now().atOffset(ZoneOffset.UTC),
                                policy.ladder().rungs().toArray(Long[]::new),
                                volunteers))
                        .replaceWithVoid();
    }
}
