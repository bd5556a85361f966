package org.linli.registration.statistics;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.linli.contracts.DivisionLevel;
import org.linli.kit.Outcome;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.registration.RegistrationRefusal;

/** Reads the figures: sums over ranges of the kept rows, in one statement however many divisions are asked for. */
@ApplicationScoped
class FiguresReader {
    private static final String ONE = "with asked as (select * from division where code = $1)";
    private static final String CHILDREN =
            "with asked as (select * from division where parent = $1 and code > $4 order by code limit $5)";
    // A station serves within its district, or if it stands for more than a district within that. So all that can serve
    // here stand in the same districts or above; the set is small and hashed.
    private static final String FIGURES = """
            , served as materialized (
                select distinct unnest(coverage_prefixes) as prefix from station
                where division_prefix <= left($6, 6) and starts_with($6, division_prefix)
                    or division >= left($6, 6) and division < left($6, 6) || ':')
            select asked.code, asked.name, asked.level, population.residents, kept.*, place.*
            from asked
            left join division_population population on population.division = asked.code
            cross join lateral (
                select coalesce(sum(s.registered) filter (where s.period = $2), 0)::bigint as registered,
                    coalesce(sum(s.active) filter (where s.period = $2), 0)::bigint as active,
                    coalesce(sum(s.with_hours) filter (where s.period = $2), 0)::bigint as with_hours,
                    coalesce(sum(s.minutes) filter (where s.period = $2), 0)::bigint as minutes,
                    coalesce(sum(s.registered) filter (where s.period = 'all'), 0)::bigint as standing
                from volunteer_statistics s
                where s.period in ('all', $2) and s.division >= asked.prefix and s.division < asked.prefix || ':') kept
            cross join lateral (
                select
                    (select count(*) from station s
                    where s.division >= asked.prefix and s.division < asked.prefix || ':') as stations,
                    count(*) as urban,
                    count(*) filter (where left(c.code, 12) in (select prefix from served)
                        or left(c.code, 9) in (select prefix from served)
                        or left(c.code, 6) in (select prefix from served)
                        or left(c.code, 4) in (select prefix from served)
                        or left(c.code, 2) in (select prefix from served)) as covered
                from division c left join division_population mark on mark.division = c.code
                where c.code >= asked.prefix and c.code < asked.prefix || ':' and c.level = 'COMMUNITY'
                    and (c.valid_from is null or c.valid_from <= $3) and (c.valid_until is null or c.valid_until >= $3)
                    and coalesce(mark.urban, is_urban(c.code))) place
            order by asked.code
            """;
    private static final String PREFIX = "select prefix from division where code = $1";

    private final Pool pool;
    private final LinliClock clock;

    @Inject
    FiguresReader(Pool pool, LinliClock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** The figures of a division; refused if nobody knows it. */
    Uni<Outcome<VolunteerFigures>> of(String division, String period) {
        return prefix(division)
                .chain(prefix -> prefix == null
                        ? Uni.createFrom().item(unknown())
                        : pool.preparedQuery(ONE + FIGURES.replace("$6", "$4"))
                                .execute(Tuple.of(division, period, clock.today(), prefix))
                                .map(rows -> Outcome.done(figures(rows, period).getFirst())));
    }

    /** The figures of the divisions directly below, by code; refused if nobody knows the division. */
    Uni<Outcome<Page<VolunteerFigures>>> children(String division, String period, Paging paging) {
        String after = paging.afterKey() == null ? "" : paging.afterKey();
        return prefix(division)
                .chain(prefix -> prefix == null
                        ? Uni.createFrom().item(unknown())
                        : pool.preparedQuery(CHILDREN + FIGURES)
                                .execute(Tuple.of(division, period, clock.today(), after, paging.limit() + 1, prefix))
                                .map(rows -> Outcome.done(Page.of(
                                        figures(rows, period),
                                        paging.limit(),
                                        VolunteerFigures::division,
                                        one -> one))));
    }

    private Uni<String> prefix(String division) {
        return pool.preparedQuery(PREFIX)
                .execute(Tuple.of(division))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString("prefix"));
    }

    private static <T> Outcome<T> unknown() {
        return Outcome.refused(RegistrationRefusal.DIVISION_UNKNOWN, "division");
    }

    private static List<VolunteerFigures> figures(RowSet<Row> rows, String period) {
        List<VolunteerFigures> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(figures(row, period)));
        return all;
    }

    private static VolunteerFigures figures(Row row, String period) {
        Long residents = row.getLong("residents");
        long registered = row.getLong("registered");
        long withHours = row.getLong("with_hours");
        return new VolunteerFigures(
                row.getString("code"),
                row.getString("name"),
                DivisionLevel.valueOf(row.getString("level")),
                period,
                residents,
                registered,
                row.getLong("active"),
                withHours,
                row.getLong("minutes"),
                VolunteerFigures.share(registered, residents),
                VolunteerFigures.share(withHours, row.getLong("standing")),
                row.getLong("stations"),
                row.getLong("urban"),
                row.getLong("covered"));
    }
}
