package org.linli.points.passbook;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.registration.DivisionState;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.event.Batch;
import org.linli.kit.event.UnusableEvent;

/** What points keeps of registration's volunteers and divisions. */
@ApplicationScoped
class Copies {
    // in the order of their ids: another batch may be waiting for the same volunteers
    private static final String VOLUNTEERS = """
            insert into volunteer_copy as c (volunteer_id, division, status, sequence, age_band)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[], $5::text[])
              as v (id, division, status, sequence, age_band)
            order by v.id
            on conflict (volunteer_id) do update
            set division = excluded.division, status = excluded.status, sequence = excluded.sequence,
              age_band = excluded.age_band
            where c.sequence < excluded.sequence
            """;
    private static final String DIVISIONS = """
            insert into division_copy as c (code, prefix, sequence)
            select * from unnest($1::text[], $2::text[], $3::bigint[]) as d (code, prefix, sequence) order by d.code
            on conflict (code) do update set prefix = excluded.prefix, sequence = excluded.sequence
            where c.sequence < excluded.sequence
            """;

    Uni<Void> apply(SqlConnection connection, Batch batch) {
        return divisions(connection, batch).chain(() -> volunteers(connection, batch));
    }

    private static Uni<Void> volunteers(SqlConnection connection, Batch batch) {
        List<Batch.Of<VolunteerState>> newest =
                batch.newestOf(told -> told.state(VolunteerState.class), VolunteerState::volunteerId);
        newest.forEach(one -> require(one.value()));
        return run(
                connection,
                VOLUNTEERS,
                Tuple.of(
                        column(newest, UUID[]::new, one -> one.value().volunteerId()),
                        column(newest, String[]::new, one -> one.value().division()),
                        column(
                                newest,
                                String[]::new,
                                one -> one.value().status().name()),
                        column(newest, Long[]::new, one -> one.received().sequence()),
                        column(
                                newest,
                                String[]::new,
                                one -> one.value().ageBand() == null
                                        ? null
                                        : one.value().ageBand().name())));
    }

    private static Uni<Void> divisions(SqlConnection connection, Batch batch) {
        List<Batch.Of<DivisionState>> newest =
                batch.newestOf(told -> told.state(DivisionState.class), DivisionState::code);
        newest.forEach(one -> require(one.value()));
        return run(
                connection,
                DIVISIONS,
                Tuple.of(
                        column(newest, String[]::new, one -> one.value().code()),
                        column(
                                newest,
                                String[]::new,
                                one -> one.value().level().prefixOf(one.value().code())),
                        column(newest, Long[]::new, one -> one.received().sequence())));
    }

    private static void require(VolunteerState state) {
        if (state.volunteerId() == null || state.status() == null || !DivisionCode.isValid(state.division())) {
            throw new UnusableEvent("a volunteer without id, status or division");
        }
    }

    private static void require(DivisionState state) {
        if (!DivisionCode.isValid(state.code())
                || state.level() == null
                || state.level().digits() > state.code().length()) {
            throw new UnusableEvent("a division without code or level");
        }
    }

    private static Uni<Void> run(SqlConnection connection, String sql, Tuple rows) {
        return ((Object[]) rows.getValue(0)).length == 0
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(sql).execute(rows).replaceWithVoid();
    }

    private static <R, T> T[] column(List<R> rows, IntFunction<T[]> array, Function<R, T> value) {
        return rows.stream().map(value).toArray(array);
    }
}
