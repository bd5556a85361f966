package org.linli.activity.copy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.linli.contracts.registration.DivisionState;
import org.linli.contracts.registration.GuardianshipState;
import org.linli.contracts.registration.MembershipState;
import org.linli.contracts.registration.RecipientState;
import org.linli.contracts.registration.StationState;
import org.linli.contracts.registration.TeamState;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.event.Batch;

/**
 * Writes the copies: one statement for each kind of thing and batch. Rows travel as one JSON array, because an array of
 * arrays (skills of many volunteers) cannot be unnested row by row.
 */
@ApplicationScoped
class CopyTables {

    /**
     * Holds volunteers before anything is written, all in one order, so that two batches never wait for each other.
     * Waits for whoever is promised something meanwhile: news of a guardian holds no volunteer by itself.
     */
    Uni<Void> hold(SqlConnection connection, UUID[] volunteers) {
        return volunteers.length == 0
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(CopySql.HOLD_VOLUNTEERS)
                        .execute(Tuple.of(volunteers))
                        .replaceWithVoid();
    }

    Uni<Void> apply(SqlConnection connection, Batch batch) {
        return write(connection, CopySql.DIVISIONS, divisions(batch))
                .chain(() -> write(connection, CopySql.VOLUNTEERS, volunteers(batch)))
                .chain(() -> write(connection, CopySql.TEAMS, teams(batch)))
                .chain(() -> write(connection, CopySql.MEMBERSHIPS, memberships(batch)))
                .chain(() -> write(connection, CopySql.STATIONS, stations(batch)))
                .chain(() -> write(connection, CopySql.RECIPIENTS, recipients(batch)))
                .chain(() -> write(connection, CopySql.GUARDIANSHIPS, guardianships(batch)));
    }

    private static Uni<Void> write(SqlConnection connection, String statement, JsonArray rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(statement).execute(Tuple.of(rows)).replaceWithVoid();
    }

    private static JsonArray divisions(Batch batch) {
        return rows(
                batch,
                DivisionState.class,
                DivisionState::code,
                division -> new JsonObject()
                        .put("code", division.code())
                        .put("name", division.divisionName())
                        .put("level", name(division.level()))
                        .put("parent", division.parent())
                        .put("valid_from", text(division.validFrom()))
                        .put("valid_until", text(division.validUntil()))
                        .put("successor", division.successor()));
    }

    private static JsonArray volunteers(Batch batch) {
        return rows(
                batch,
                VolunteerState.class,
                VolunteerState::volunteerId,
                volunteer -> new JsonObject()
                        .put("volunteer_id", text(volunteer.volunteerId()))
                        .put("account_id", text(volunteer.accountId()))
                        .put("status", name(volunteer.status()))
                        .put("division", volunteer.division())
                        .put("age_band", name(volunteer.ageBand()))
                        .put("skills", new JsonArray(volunteer.skills()))
                        .put("categories", names(volunteer.categories())));
    }

    private static JsonArray teams(Batch batch) {
        return rows(
                batch,
                TeamState.class,
                TeamState::teamId,
                team -> new JsonObject()
                        .put("team_id", text(team.teamId()))
                        .put("name", team.teamName())
                        .put("kind", name(team.kind()))
                        .put("division", team.division())
                        .put("division_prefix", team.divisionPrefix())
                        .put("parent_team_id", text(team.parentTeamId()))
                        .put("leader_id", text(team.leaderId()))
                        .put("categories", names(team.categories())));
    }

    private static JsonArray memberships(Batch batch) {
        return rows(
                batch,
                MembershipState.class,
                MembershipState::membershipId,
                membership -> new JsonObject()
                        .put("membership_id", text(membership.membershipId()))
                        .put("team_id", text(membership.teamId()))
                        .put("volunteer_id", text(membership.volunteerId()))
                        .put("status", name(membership.status())));
    }

    private static JsonArray stations(Batch batch) {
        return rows(
                batch,
                StationState.class,
                StationState::stationId,
                station -> new JsonObject()
                        .put("station_id", text(station.stationId()))
                        .put("name", station.stationName())
                        .put("kind", name(station.kind()))
                        .put("division", station.division())
                        .put("longitude", station.longitude())
                        .put("latitude", station.latitude())
                        .put("coverage", new JsonArray(station.coverage())));
    }

    private static JsonArray recipients(Batch batch) {
        return rows(
                batch,
                RecipientState.class,
                RecipientState::recipientId,
                recipient -> new JsonObject()
                        .put("recipient_id", text(recipient.recipientId()))
                        .put("account_id", text(recipient.accountId()))
                        .put("station_id", text(recipient.stationId()))
                        .put("division", recipient.division())
                        .put("active", recipient.active()));
    }

    private static JsonArray guardianships(Batch batch) {
        return rows(
                batch,
                GuardianshipState.class,
                GuardianshipState::guardianshipId,
                guardianship -> new JsonObject()
                        .put("guardianship_id", text(guardianship.guardianshipId()))
                        .put("volunteer_id", text(guardianship.volunteerId()))
                        .put("guardian_accounts", texts(guardianship.guardianAccountIds()))
                        .put("consent", name(guardianship.consent()))
                        .put("active", guardianship.active()));
    }

    private static <T> JsonArray rows(Batch batch, Class<T> state, Function<T, ?> key, Function<T, JsonObject> row) {
        List<JsonObject> rows = batch.newestOf(told -> told.state(state), key).stream()
                .map(newest -> row.apply(newest.value())
                        .put("sequence", newest.received().sequence()))
                .toList();
        return new JsonArray(rows);
    }

    private static JsonArray names(List<? extends Enum<?>> values) {
        return new JsonArray(values.stream().map(Enum::name).toList());
    }

    private static JsonArray texts(List<UUID> ids) {
        return new JsonArray(ids.stream().map(UUID::toString).toList());
    }

    // an incomplete event must fail as data of PostgreSQL (and be set aside), not as a bug (and be tried for ever)
    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static String text(UUID id) {
        return id == null ? null : id.toString();
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
