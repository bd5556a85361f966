package org.linli.points.transfer;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.linli.contracts.AgeBand;
import org.linli.contracts.VolunteerStatus;
import org.linli.kit.time.LinliClock;

/** The table of transfers, and what points knows of those who give and receive. */
@ApplicationScoped
class TransferTable {
    private static final String COLUMNS =
            "select id, volunteer_id, to_volunteer_id, fund, division, unit, amount, made_at from transfer";
    private static final String INSERT = """
            insert into transfer (id, volunteer_id, to_volunteer_id, fund, division, unit, amount, made_on, made_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;
    private static final String GIVEN = """
            select coalesce(sum(amount) filter (where made_on = $3), 0)::bigint as today,
              coalesce(sum(amount), 0)::bigint as this_month
            from transfer where volunteer_id = $1 and unit = $2 and made_on between $4 and $3
            """;
    private static final String FIND = COLUMNS + " where id = $1";
    // two short walks along two indexes, merged
    private static final String PAGE = "select * from ((" + COLUMNS
            + " where volunteer_id = $1 and id > $2 order by id limit $3) union all (" + COLUMNS
            + " where to_volunteer_id = $1 and id > $2 order by id limit $3)) t order by id limit $3";
    private static final String PEOPLE =
            "select volunteer_id, status, age_band from volunteer_copy where volunteer_id = any($1)";
    private static final String DIVISION = "select true from division_copy where code = $1";

    /** What points knows of a volunteer; the age band is null until registration has told it. */
    record Person(VolunteerStatus status, AgeBand ageBand) {}

    /** Hundredths given away today and this month. */
    record Given(long today, long thisMonth) {}

    Uni<Map<UUID, Person>> people(SqlConnection connection, List<UUID> volunteers) {
        return connection
                .preparedQuery(PEOPLE)
                .execute(Tuple.of(volunteers.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getUUID("volunteer_id"), TransferTable::person)));
    }

    private static Person person(Row row) {
        String status = row.getString("status");
        String band = row.getString("age_band");
        return new Person(
                status == null ? null : VolunteerStatus.valueOf(status), band == null ? null : AgeBand.valueOf(band));
    }

    Uni<Boolean> isDivision(SqlClient client, String code) {
        return client.preparedQuery(DIVISION).execute(Tuple.of(code)).map(rows -> rows.size() > 0);
    }

    /** What a volunteer has given away, whose passbook is locked. */
    Uni<Given> given(SqlConnection connection, UUID volunteer, String unit, LocalDate today) {
        return connection
                .preparedQuery(GIVEN)
                .execute(Tuple.of(volunteer, unit, today, today.withDayOfMonth(1)))
                .map(rows -> rows.iterator().next())
                .map(row -> new Given(row.getLong("today"), row.getLong("this_month")));
    }

    Uni<Void> insert(SqlConnection connection, TransferView made) {
        Tuple row = Tuple.tuple()
                .addUUID(made.id())
                .addUUID(made.volunteerId())
                .addUUID(made.toVolunteerId())
                .addString(made.fund())
                .addString(made.division())
                .addString(made.unit())
                .addLong(made.amount())
                .addLocalDate(LinliClock.dayOf(made.madeAt()))
                .addOffsetDateTime(made.madeAt().atOffset(ZoneOffset.UTC));
        return connection.preparedQuery(INSERT).execute(row).replaceWithVoid();
    }

    Uni<Optional<TransferView>> find(SqlClient client, UUID id) {
        return client.preparedQuery(FIND)
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TransferTable::view)
                        .findFirst());
    }

    /** What a volunteer gave and received in the order of the ids, one more than the limit. */
    Uni<List<TransferView>> page(SqlClient client, UUID volunteer, UUID after, int limit) {
        return client.preparedQuery(PAGE)
                .execute(Tuple.of(volunteer, after, limit + 1))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(TransferTable::view)
                        .toList());
    }

    private static TransferView view(Row row) {
        return new TransferView(
                row.getUUID("id"),
                row.getUUID("volunteer_id"),
                row.getUUID("to_volunteer_id"),
                row.getString("fund"),
                row.getString("division"),
                row.getString("unit"),
                row.getLong("amount"),
                row.getOffsetDateTime("made_at").toInstant());
    }
}
