package org.linli.points.passbook;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.points.PointsEvent.PassbookOpened;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.event.Batch;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.time.LinliClock;

/** Opens a passbook at the community's post for every volunteer who is verified for the first time. */
@ApplicationScoped
class OpenPassbooks {
    /** The opening is the first event of a passbook. */
    private static final long FIRST = 1;

    private static final String OPEN = """
            insert into passbook (volunteer_id, division, sequence, opened_at)
            select id, division, 1, $3::timestamptz from unnest($1::uuid[], $2::text[]) as v (id, division) order by id
            on conflict do nothing returning volunteer_id, division
            """;

    private final Outbox outbox;
    private final LinliClock clock;

    @Inject
    OpenPassbooks(Outbox outbox, LinliClock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Opens them; answers whose passbooks are new. */
    Uni<List<UUID>> apply(SqlConnection connection, Batch batch) {
        // the newest state of a batch may be a suspension already: any moment of being verified counts
        List<VolunteerState> verified = batch
                .newestOf(
                        told -> {
                            VolunteerState state = told.state(VolunteerState.class);
                            return state != null && state.status() == VolunteerStatus.VERIFIED ? state : null;
                        },
                        VolunteerState::volunteerId)
                .stream()
                .map(Batch.Of::value)
                .toList();
        if (verified.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return connection
                .preparedQuery(OPEN)
                .execute(Tuple.of(
                        verified.stream().map(VolunteerState::volunteerId).toArray(UUID[]::new),
                        verified.stream().map(VolunteerState::division).toArray(String[]::new),
                        clock.now().atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .call(rows -> outbox.add(
                        connection, rows.stream().map(OpenPassbooks::opened).toList()))
                .map(rows ->
                        rows.stream().map(row -> row.getUUID("volunteer_id")).toList());
    }

    private static Fact opened(Row row) {
        UUID volunteer = row.getUUID("volunteer_id");
        String division = row.getString("division");
        return Fact.of(volunteer, FIRST, DivisionCode.of(division), new PassbookOpened(volunteer, division));
    }
}
