package org.linli.points.badge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.linli.kit.event.Batch;
import org.linli.kit.time.LinliClock;

/**
 * Counts what badges are given for, fed by activity's events, and orders a review for whoever meets a rule. Nothing is
 * awarded here: consumers change no entities.
 */
@ApplicationScoped
public class BadgeTally {
    // An order that waits already is touched, so that nobody takes it before these figures are committed.
    private static final String ORDER = """
            insert into due_work as w (id, kind, subject, due_at)
            select gen_random_uuid(), 'badge.review', tally.volunteer_id::text, %s::timestamptz
            from %s tally
            where %s exists (
                select from badge_rule rule
                where rule.valid_from <= %s::date and (rule.valid_until is null or rule.valid_until >= %s::date)
                    and badge_is_met(rule, row(tally.*)::badge_tally)
                    and not exists (
                        select from badge_award a where a.volunteer_id = tally.volunteer_id and a.code = rule.code))
            order by tally.volunteer_id
            on conflict (kind, subject) do update set due_at = least(w.due_at, excluded.due_at)
            """;
    private static final String COUNT = """
            with served as (
                insert into badge_service as s (record_id, volunteer_id, minutes, sequence)
                select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int8[])
                    as t (record_id, volunteer_id, minutes, sequence) order by record_id
                on conflict (record_id) do update set volunteer_id = excluded.volunteer_id,
                    minutes = excluded.minutes, sequence = excluded.sequence
                where s.sequence < excluded.sequence
                returning old.volunteer_id as volunteer_before, old.minutes as before, new.volunteer_id, new.minutes),
            reviewed as (
                insert into badge_review as r (request_id, volunteer_id, stars, sequence)
                select * from unnest($5::uuid[], $6::uuid[], $7::int[], $8::int8[])
                    as t (request_id, volunteer_id, stars, sequence) order by request_id
                on conflict (request_id) do update set volunteer_id = excluded.volunteer_id,
                    stars = excluded.stars, sequence = excluded.sequence
                where r.sequence < excluded.sequence
                returning old.volunteer_id as volunteer_before, old.stars as before, new.volunteer_id, new.stars),
            moved (volunteer_id, records, minutes, reviews, stars) as (
                select volunteer_before, -1, -before, 0, 0 from served where before > 0
                union all select volunteer_id, 1, minutes, 0, 0 from served where minutes > 0
                union all select volunteer_before, 0, 0, -1, -before from reviewed where before is not null
                union all select volunteer_id, 0, 0, 1, stars from reviewed),
            counted as (
                insert into badge_tally as t (volunteer_id, records, minutes, reviews, stars)
                select volunteer_id, sum(records), sum(minutes), sum(reviews), sum(stars)
                from moved group by volunteer_id order by volunteer_id
                on conflict (volunteer_id) do update set records = t.records + excluded.records,
                    minutes = t.minutes + excluded.minutes, reviews = t.reviews + excluded.reviews,
                    stars = t.stars + excluded.stars
                returning new.volunteer_id, new.records, new.minutes, new.reviews, new.stars)
            """ + ORDER.formatted("$9", "counted", "", "$10", "$10");
    private static final String ORDER_FOR =
            ORDER.formatted("$1", "badge_tally", "tally.volunteer_id = any ($3::uuid[]) and", "$2", "$2");

    private final LinliClock clock;

    @Inject
    BadgeTally(LinliClock clock) {
        this.clock = clock;
    }

    /** Counts what a batch says; what was counted before changes nothing. */
    public Uni<Void> apply(SqlConnection connection, Batch batch) {
        List<Batch.Of<BadgeCount.Served>> served = batch.newestOf(BadgeCount::served, BadgeCount::subject);
        List<Batch.Of<BadgeCount.Reviewed>> reviewed = batch.newestOf(BadgeCount::reviewed, BadgeCount::subject);
        if (served.isEmpty() && reviewed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple rows = Tuple.tuple();
        rows.addValue(subjects(served)).addValue(volunteers(served));
        rows.addValue(served.stream().map(one -> one.value().minutes()).toArray(Integer[]::new));
        rows.addValue(sequences(served));
        rows.addValue(subjects(reviewed)).addValue(volunteers(reviewed));
        rows.addValue(reviewed.stream().map(one -> one.value().stars()).toArray(Integer[]::new));
        rows.addValue(sequences(reviewed));
        rows.addValue(clock.now().atOffset(ZoneOffset.UTC)).addValue(clock.today());
        return connection.preparedQuery(COUNT).execute(rows).replaceWithVoid();
    }

    /** Passbooks were opened: what these volunteers did before counts now. */
    public Uni<Void> opened(SqlConnection connection, Collection<UUID> volunteers) {
        return volunteers.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(ORDER_FOR)
                        .execute(Tuple.of(
                                clock.now().atOffset(ZoneOffset.UTC), clock.today(), volunteers.toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    private static UUID[] subjects(List<? extends Batch.Of<? extends BadgeCount>> told) {
        return told.stream().map(one -> one.value().subject()).toArray(UUID[]::new);
    }

    private static UUID[] volunteers(List<? extends Batch.Of<? extends BadgeCount>> told) {
        return told.stream().map(one -> one.value().volunteerId()).toArray(UUID[]::new);
    }

    private static Long[] sequences(List<? extends Batch.Of<?>> told) {
        return told.stream().map(one -> one.received().sequence()).toArray(Long[]::new);
    }
}
