package org.linli.registration.volunteer;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.linli.kit.time.LinliClock;
import org.linli.registration.volunteer.ImportRow.Fresh;

/** Enters volunteers in set-based statements: the named second writer of the table (decision 2). */
@ApplicationScoped
class VolunteerBulkWriter {
    /** What an import holds while it writes, and a registration shares. */
    static final String LOCK_KEY = "hashtext('volunteer-import')";

    // Imports write one after the other. They would wait for each other anyway, in the figures of the communities, and
    // two batches with the same people in another order would wait in a circle. What costs time, reading and
    // encrypting, is done before.
    private static final String LOCK = "select pg_advisory_xact_lock(" + LOCK_KEY + ")";
    private static final String KNOWN =
            "select reference, volunteer_id from imported_volunteer where source = $1 and reference = any($2)";
    private static final String ENTER = """
            with person as (
                select * from unnest($3::text[], $4::uuid[], $5::text[], $6::text[], $7::bytea[], $8::text[],
                    $9::bytea[], $10::bytea[], $11::bytea[], $12::bytea[], $13::bytea[], $14::bytea[], $15::text[],
                    $16::text[], $17::text[], $18::text[], $19::timestamptz[]) with ordinality
                    as p (reference, id, number, division, real_name, document_type, document_number, document_index,
                        phone, phone_index, name_index, birth_date, sex, skills, categories, identities, registered_at,
                        position)),
            entered as (
                insert into volunteer (id, number, status, status_since, sequence, version, division, real_name,
                    document_type, document_number, document_index, phone, phone_index, name_index, birth_date, sex,
                    skills, categories, identities, registered_at)
                select id, number, 'VERIFIED', $2::timestamptz, 1, 0, division, real_name,
                    document_type, document_number, document_index, phone, phone_index, name_index, birth_date, sex,
                    string_to_array(skills, ','), string_to_array(categories, ','), string_to_array(identities, ','),
                    registered_at
                from person order by position
                on conflict (document_index) where status <> 'REJECTED' do nothing
                returning id)
            insert into imported_volunteer (source, reference, volunteer_id, imported_at)
            select $1, reference, id, $2 from person join entered using (id) order by position
            returning volunteer_id
            """;

    private final LinliClock clock;

    @Inject
    VolunteerBulkWriter(LinliClock clock) {
        this.clock = clock;
    }

    /** From here to the end of the transaction no other import writes, and nobody registers. */
    Uni<Void> lock(SqlConnection connection) {
        return connection.query(LOCK).execute().replaceWithVoid();
    }

    /** Who of these was brought over before, by reference. */
    Uni<Map<String, UUID>> known(SqlClient connection, String source, Collection<String> references) {
        if (references.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return connection
                .preparedQuery(KNOWN)
                .execute(Tuple.of(source, references.toArray(String[]::new)))
                .map(VolunteerBulkWriter::byReference);
    }

    /** Enters people and answers whom: somebody with a document that is registered already stays out. */
    Uni<Set<UUID>> enter(SqlConnection connection, String source, List<Fresh> people) {
        if (people.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return connection.preparedQuery(ENTER).execute(columns(source, people)).map(VolunteerBulkWriter::ids);
    }

    private Tuple columns(String source, List<Fresh> people) {
        Tuple columns = Tuple.of(source, clock.now().atOffset(ZoneOffset.UTC));
        columns.addValue(column(people, String[]::new, Fresh::reference));
        columns.addValue(column(people, UUID[]::new, Fresh::id));
        columns.addValue(column(people, String[]::new, Fresh::number));
        columns.addValue(column(people, String[]::new, Fresh::home));
        columns.addValue(bytes(people, person -> person.realName));
        columns.addValue(
                column(people, String[]::new, one -> one.person().documentType.name()));
        columns.addValue(bytes(people, person -> person.documentNumber));
        columns.addValue(bytes(people, person -> person.documentIndex));
        columns.addValue(bytes(people, person -> person.phone));
        columns.addValue(bytes(people, person -> person.phoneIndex));
        columns.addValue(bytes(people, person -> person.nameIndex));
        columns.addValue(bytes(people, person -> person.birthDate));
        columns.addValue(column(people, String[]::new, one -> one.person().sex.name()));
        columns.addValue(
                column(people, String[]::new, one -> Fresh.joined(one.form().skills())));
        columns.addValue(column(
                people,
                String[]::new,
                one -> Fresh.joined(
                        one.form().categories().stream().map(Enum::name).toList())));
        columns.addValue(
                column(people, String[]::new, one -> Fresh.joined(one.form().identities())));
        columns.addValue(
                column(people, OffsetDateTime[]::new, one -> one.registeredAt().atOffset(ZoneOffset.UTC)));
        return columns;
    }

    private static Buffer[] bytes(List<Fresh> people, Function<SealedPerson, byte[]> field) {
        return column(people, Buffer[]::new, one -> Buffer.buffer(field.apply(one.person())));
    }

    private static <T> T[] column(List<Fresh> people, IntFunction<T[]> array, Function<Fresh, T> value) {
        return people.stream().map(value).toArray(array);
    }

    private static Map<String, UUID> byReference(RowSet<Row> rows) {
        Map<String, UUID> known = new HashMap<>();
        rows.forEach(row -> known.put(row.getString("reference"), row.getUUID("volunteer_id")));
        return known;
    }

    private static Set<UUID> ids(RowSet<Row> rows) {
        Set<UUID> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.getUUID("volunteer_id")));
        return ids;
    }
}
