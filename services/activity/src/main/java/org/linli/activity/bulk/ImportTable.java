package org.linli.activity.bulk;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.linli.contracts.ServiceCategory;

/** Writes whole batches of imported records: a named second writer of {@code service_record} (architecture 2). */
@ApplicationScoped
class ImportTable {
    private static final String DIVISIONS =
            "select code, level = 'COMMUNITY' as community from division_copy where code = any($1)";
    private static final String VOLUNTEERS = "select volunteer_id from volunteer_copy where volunteer_id = any($1)";

    /**
     * Only rows whose reference is new become records. References are taken in order, so that the same batch sent twice
     * at once makes one sender wait for the other instead of both for each other.
     */
    private static final String INSERT = """
            with given as (
                select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::int[], $7::date[])
                    as g (id, reference, volunteer_id, division, category, minutes, service_date)),
            fresh as (
                insert into service_record_import (source, reference, record_id)
                select $8, reference, id from given order by reference collate "C"
                on conflict do nothing returning record_id),
            record as (
                insert into service_record (id, root_id, volunteer_id, division, category, provenance, status, minutes,
                    proven_minutes, service_date, earns_points, proposed_by, proposed_at, decided_by, decided_at,
                    record_by, sequence, version)
                select id, id, volunteer_id, division, category, 'IMPORTED', 'CONFIRMED', minutes, minutes,
                    service_date, false, $9, $10, $9, $10, service_date, 1, 0
                from given join fresh on fresh.record_id = given.id order by id
                returning id, minutes)
            insert into service_record_log (id, record_id, root_id, fact, minutes, recorded_by, recorded_at)
            select id, id, id, 'IMPORTED', minutes, $9, $10 from record
            returning record_id
            """;

    private static final String FOUND = """
            select i.reference, i.record_id, r.volunteer_id, r.division, r.category, r.minutes, r.service_date
            from service_record_import i join service_record r on r.id = i.record_id
            where i.source = $1 and i.reference = any($2)
            """;

    /**
     * What a reference became before.
     *
     * @param recordId the record
     * @param same what the record says: the same row says the same
     */
    record Before(UUID recordId, Content same) {}

    /** What makes two rows the same. */
    record Content(UUID volunteerId, String division, ServiceCategory category, int minutes, LocalDate servedOn) {
        static Content of(ImportedService row) {
            return new Content(
                    row.volunteerId(), row.division().value(), row.category(), row.minutes(), row.servedOn());
        }
    }

    /** Which of these codes are known; true for communities. */
    Uni<Map<String, Boolean>> divisions(SqlConnection connection, Collection<String> codes) {
        return connection
                .preparedQuery(DIVISIONS)
                .execute(Tuple.of(codes.toArray(String[]::new)))
                .map(rows -> stream(rows)
                        .collect(Collectors.toMap(row -> row.getString("code"), row -> row.getBoolean("community"))));
    }

    /** Which of these volunteers are known. */
    Uni<Set<UUID>> volunteers(SqlConnection connection, Collection<UUID> ids) {
        return connection
                .preparedQuery(VOLUNTEERS)
                .execute(Tuple.of(ids.toArray(UUID[]::new)))
                .map(rows ->
                        stream(rows).map(row -> row.getUUID("volunteer_id")).collect(Collectors.toSet()));
    }

    /** Keeps rows that are new; answers the ids of their records. */
    Uni<Set<UUID>> insert(
            SqlConnection connection, String source, List<ImportedService> rows, UUID account, Instant now) {
        Tuple values = Tuple.tuple();
        values.addValue(column(rows, UUID[]::new, ImportedService::recordId));
        values.addValue(column(rows, String[]::new, ImportedService::reference));
        values.addValue(column(rows, UUID[]::new, ImportedService::volunteerId));
        values.addValue(column(rows, String[]::new, row -> row.division().value()));
        values.addValue(column(rows, String[]::new, row -> row.category().name()));
        values.addValue(column(rows, Integer[]::new, ImportedService::minutes));
        values.addValue(column(rows, LocalDate[]::new, ImportedService::servedOn));
        values.addValue(source);
        values.addValue(account);
        values.addValue(now.atOffset(ZoneOffset.UTC));
        return connection
                .preparedQuery(INSERT)
                .execute(values)
                .map(inserted ->
                        stream(inserted).map(row -> row.getUUID("record_id")).collect(Collectors.toSet()));
    }

    /** What these references of a source became. */
    Uni<Map<String, Before>> found(SqlConnection connection, String source, List<String> references) {
        return connection
                .preparedQuery(FOUND)
                .execute(Tuple.of(source, references.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Before> found = new HashMap<>();
                    rows.forEach(row -> found.put(row.getString("reference"), before(row)));
                    return found;
                });
    }

    private static Before before(Row row) {
        Content content = new Content(
                row.getUUID("volunteer_id"),
                row.getString("division"),
                ServiceCategory.valueOf(row.getString("category")),
                row.getInteger("minutes"),
                row.getLocalDate("service_date"));
        return new Before(row.getUUID("record_id"), content);
    }

    private static java.util.stream.Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static <T> T[] column(
            List<ImportedService> rows, IntFunction<T[]> array, Function<ImportedService, T> value) {
        return rows.stream().map(value).toArray(array);
    }
}
