package org.linli.points.passbook;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
        List<Batch.Of<VolunteerState>> verified = batch.newestOf(
                told -> {
                    VolunteerState state = told.state(VolunteerState.class);
                    return state != null && state.status() == VolunteerStatus.VERIFIED ? state : null;
                },
                VolunteerState::volunteerId);
        if (verified.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return connection
                .preparedQuery(OPEN)
                .execute(Tuple.of(
                        verified.stream()
                                .map(told -> told.value().volunteerId())
                                .toArray(UUID[]::new),
                        verified.stream().map(told -> told.value().division()).toArray(String[]::new),
                        clock.now().atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .call(rows -> outbox.add(connection, opened(rows, verified)))
                .map(rows ->
                        rows.stream().map(row -> row.getUUID("volunteer_id")).toList());
    }

    private static List<Fact> opened(List<Row> rows, List<Batch.Of<VolunteerState>> verified) {
        Map<UUID, UUID> causes = verified.stream()
                .collect(Collectors.toMap(
                        told -> told.value().volunteerId(),
                        told -> told.received().id()));
        return rows.stream()
                .map(row -> opened(row.getUUID("volunteer_id"), row.getString("division"), causes))
                .toList();
    }

    private static Fact opened(UUID volunteer, String division, Map<UUID, UUID> causes) {
        return Fact.of(volunteer, FIRST, DivisionCode.of(division), new PassbookOpened(volunteer, division))
                .causedBy(causes.get(volunteer));
    }
}
