package org.linli.registration.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.linli.kit.event.Batch;

/** Counts who served how long in which period, fed by activity's events about service records. */
@ApplicationScoped
public class ServiceTally {
    // One statement, so that a batch costs one round trip. What a chain of corrections counted before is known from the
    // row that the newer event replaces. The volunteers are locked against a move or a withdrawal at the same time:
    // whichever comes second sees what the first one did.
    private static final String COUNT = """
            with told as (
                select * from unnest($1::uuid[], $2::uuid[], $3::date[], $4::int[], $5::int8[])
                    as t (record_id, volunteer_id, service_date, minutes, sequence)),
            kept as (
                insert into counted_service as c (record_id, volunteer_id, service_date, minutes, sequence)
                select record_id, volunteer_id, service_date, minutes, sequence from told order by record_id
                on conflict (record_id) do update
                set volunteer_id = excluded.volunteer_id, service_date = excluded.service_date,
                    minutes = excluded.minutes, sequence = excluded.sequence
                where c.sequence < excluded.sequence
                returning old.volunteer_id as volunteer_before, old.service_date as date_before,
                    old.minutes as minutes_before, new.volunteer_id, new.service_date, new.minutes),
            moved as (
                select volunteer_before as volunteer_id, date_before as service_date, -minutes_before as minutes
                from kept where minutes_before > 0
                union all
                select volunteer_id, service_date, minutes from kept where minutes > 0),
            served as (
                insert into volunteer_service as v (volunteer_id, period, minutes)
                select volunteer_id, period, sum(minutes)
                from moved cross join lateral periods_of(service_date) as period
                group by volunteer_id, period having sum(minutes) <> 0
                order by volunteer_id, period
                on conflict (volunteer_id, period) do update set minutes = v.minutes + excluded.minutes
                returning new.volunteer_id, new.period, coalesce(old.minutes, 0) as before, new.minutes as now),
            person as (
                select id, division, status from volunteer
                where id in (select volunteer_id from served) order by id for share)
            insert into volunteer_statistics as s (period, division, registered, active, with_hours, minutes)
            select period, division, 0, 0,
                sum(case when is_standing(status) then (now > 0)::int - (before > 0)::int else 0 end),
                sum(now - before)
            from served join person on person.id = served.volunteer_id
            group by period, division
            order by period, division
            on conflict (period, division) do update
            set with_hours = s.with_hours + excluded.with_hours, minutes = s.minutes + excluded.minutes
            """;

    /** Counts what a batch says about service records; what was counted before changes nothing. */
    public Uni<Void> apply(SqlConnection connection, Batch batch) {
        List<Batch.Of<CountedService>> told = batch.newestOf(CountedService::read, CountedService::subject);
        return told.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(COUNT).execute(rows(told)).replaceWithVoid();
    }

    private static Tuple rows(List<Batch.Of<CountedService>> told) {
        return Tuple.of(
                told.stream().map(one -> one.value().subject()).toArray(UUID[]::new),
                told.stream().map(one -> one.value().volunteerId()).toArray(UUID[]::new),
                told.stream().map(one -> one.value().day()).toArray(LocalDate[]::new),
                told.stream().map(one -> one.value().minutes()).toArray(Integer[]::new),
                told.stream().map(one -> one.received().sequence()).toArray(Long[]::new));
    }
}
