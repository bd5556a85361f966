package org.linli.registration.statistics;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps the figures of communities (product R11) in the transaction of the change. Rows are taken in the order of their
 * keys and last of all, so that two changes never wait in a circle and nobody waits long.
 */
@ApplicationScoped
public class VolunteerStatistics {
    // what counted before is taken away where it counted, what counts now is added where it counts: the registration in
    // the periods of its day, the hours in the periods of their days
    private static final String CHANGE = """
            insert into volunteer_statistics as s (period, division, registered, active, with_hours, minutes)
            with side (division, sign, registered, active) as (
                values (cast(:divisionBefore as text), -1, cast(:standingBefore as int), cast(:activeBefore as int)),
                    (cast(:divisionNow as text), 1, cast(:standingNow as int), cast(:activeNow as int)))
            select period, division, sum(registered), sum(active), sum(with_hours), sum(minutes)
            from (
                select p.period, side.division, side.registered, side.active, 0 as with_hours, 0 as minutes
                from side cross join lateral periods_of(cast(:registeredOn as date)) as p (period)
                union all
                select v.period, side.division, 0, 0,
                    case when v.minutes > 0 then side.registered else 0 end, side.sign * v.minutes
                from side cross join volunteer_service v
                where v.volunteer_id = :volunteer) as one
            where division is not null
            group by period, division
            having sum(registered) <> 0 or sum(active) <> 0 or sum(with_hours) <> 0 or sum(minutes) <> 0
            order by period, division
            """;
    private static final String ENTER = """
            insert into volunteer_statistics as s (period, division, registered, active, with_hours, minutes)
            select period, division, sum(registered), sum(active), 0, 0
            from unnest($1::text[], $2::date[], $3::int[], $4::int[]) as v (division, day, registered, active)
                cross join lateral periods_of(day) as period
            group by period, division
            order by period, division
            """;
    private static final String ADD = """
            on conflict (period, division) do update
            set registered = s.registered + excluded.registered, active = s.active + excluded.active,
                with_hours = s.with_hours + excluded.with_hours, minutes = s.minutes + excluded.minutes
            """;

    /**
     * A volunteer changed, in the current Hibernate session.
     *
     * @param before as it stood when its row was locked; null if it is new
     */
    public Uni<Void> changed(CountedVolunteer before, CountedVolunteer now) {
        return now.equals(before)
                ? Uni.createFrom().voidItem()
                : Panache.getSession()
                        .chain(session -> change(session, before, now).executeUpdate())
                        .replaceWithVoid();
    }

    private static Mutiny.Query<?> change(Mutiny.Session session, CountedVolunteer before, CountedVolunteer now) {
        return session.createNativeQuery(CHANGE + ADD)
                .setParameter("divisionBefore", before == null ? null : before.division())
                .setParameter("standingBefore", before != null && before.standing() ? -1 : 0)
                .setParameter("activeBefore", before != null && before.active() ? -1 : 0)
                .setParameter("divisionNow", now.division())
                .setParameter("standingNow", now.standing() ? 1 : 0)
                .setParameter("activeNow", now.active() ? 1 : 0)
                .setParameter("registeredOn", now.registeredOn())
                .setParameter("volunteer", now.volunteerId());
    }

    /** Volunteers with new ids were entered on a connection of the reactive client. */
    public Uni<Void> entered(SqlClient connection, List<CountedVolunteer> people) {
        if (people.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.of(
                people.stream().map(CountedVolunteer::division).toArray(String[]::new),
                people.stream().map(CountedVolunteer::registeredOn).toArray(LocalDate[]::new),
                people.stream().map(one -> one.standing() ? 1 : 0).toArray(Integer[]::new),
                people.stream().map(one -> one.active() ? 1 : 0).toArray(Integer[]::new));
        return connection.preparedQuery(ENTER + ADD).execute(columns).replaceWithVoid();
    }
}
