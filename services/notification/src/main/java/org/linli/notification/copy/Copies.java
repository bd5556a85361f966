package org.linli.notification.copy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.linli.contracts.registration.DivisionState;
import org.linli.contracts.registration.MembershipState;
import org.linli.contracts.registration.MembershipState.MembershipStatus;
import org.linli.contracts.registration.TeamState;
import org.linli.kit.event.Batch;

/** Keeps the names of places and teams, and who belongs to a team. Only a newer sequence is applied. */
@ApplicationScoped
class Copies {
    private static final String DIVISION = """
            insert into division_copy as c (code, name, sequence) values ($1, $2, $3)
            on conflict (code) do update set name = excluded.name, sequence = excluded.sequence
            where c.sequence < excluded.sequence
            """;
    private static final String TEAM = """
            insert into team_copy as c (team_id, name, leader_id, sequence) values ($1, $2, $3, $4)
            on conflict (team_id) do update
            set name = excluded.name, leader_id = excluded.leader_id, sequence = excluded.sequence
            where c.sequence < excluded.sequence
            """;
    private static final String MEMBERSHIP = """
            insert into membership_copy as c (membership_id, team_id, volunteer_id, active, sequence)
            values ($1, $2, $3, $4, $5)
            on conflict (membership_id) do update set active = excluded.active, sequence = excluded.sequence
            where c.sequence < excluded.sequence
            """;

    Uni<Void> apply(SqlConnection connection, Batch batch) {
        return each(connection, DIVISION, divisions(batch))
                .chain(() -> each(connection, TEAM, teams(batch)))
                .chain(() -> each(connection, MEMBERSHIP, memberships(batch)));
    }

    private static Uni<Void> each(SqlConnection connection, String statement, List<Tuple> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(statement).executeBatch(rows).replaceWithVoid();
    }

    private static List<Tuple> divisions(Batch batch) {
        return batch.newestOf(told -> told.state(DivisionState.class), DivisionState::code).stream()
                .map(newest -> Tuple.of(
                        newest.value().code(),
                        newest.value().divisionName(),
                        newest.received().sequence()))
                .toList();
    }

    private static List<Tuple> teams(Batch batch) {
        return batch.newestOf(told -> told.state(TeamState.class), TeamState::teamId).stream()
                .map(newest -> Tuple.of(
                        newest.value().teamId(),
                        newest.value().teamName(),
                        newest.value().leaderId(),
                        newest.received().sequence()))
                .toList();
    }

    private static List<Tuple> memberships(Batch batch) {
        return batch.newestOf(told -> told.state(MembershipState.class), MembershipState::membershipId).stream()
                .map(newest -> Tuple.of(
                        newest.value().membershipId(),
                        newest.value().teamId(),
                        newest.value().volunteerId(),
                        newest.value().status() == MembershipStatus.ACTIVE,
                        newest.received().sequence()))
                .toList();
    }
}
