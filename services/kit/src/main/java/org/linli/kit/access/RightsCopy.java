package org.linli.kit.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.registration.GrantState;
import org.linli.contracts.registration.GuardianshipState;
import org.linli.contracts.registration.RecipientState;
import org.linli.contracts.registration.VolunteerState;
import org.linli.kit.event.Batch;
import org.linli.kit.event.UnusableEvent;
import org.linli.kit.person.Erased;

/**
 * Keeps the local copy of rights from registration's events. A service's consumer of {@code linli.registration} calls
 * it first, in the transaction of the batch. Only a newer sequence is applied.
 */
@ApplicationScoped
public class RightsCopy {
    // an account may have a new volunteer, and what is told once more of an erased one must not take its place
    private static final String VOLUNTEER = """
            insert into account_copy as c (account_id, volunteer_id, volunteer_status, volunteer_sequence)
            select $1::uuid, $2::uuid, $3::text, $4::bigint
            where not exists (select from erased_volunteer e where e.volunteer_id = $2)
            on conflict (account_id) do update
            set volunteer_id = excluded.volunteer_id, volunteer_status = excluded.volunteer_status,
                volunteer_sequence = excluded.volunteer_sequence
            where c.volunteer_sequence < excluded.volunteer_sequence or c.volunteer_id <> excluded.volunteer_id
            """;
    // one row a file: an account may have a newer file, and the events of two files come in any order;
    // what is told once more of an erased one does not bring its sign-in back
    private static final String RECIPIENT = """
            insert into recipient_account as c (recipient_id, account_id, in_force, sequence)
            select $1::uuid, $2::uuid, $3::boolean, $4::bigint
            where not exists (select from erased_volunteer e where e.volunteer_id = $1)
            on conflict (recipient_id) do update
            set account_id = excluded.account_id, in_force = excluded.in_force, sequence = excluded.sequence
            where c.sequence < excluded.sequence
            """;
    private static final String GRANT = """
            insert into grant_copy as c (grant_id, account_id, role, division, division_prefix, station_id, team_id,
                activity_id, valid_from, valid_until, revoked_at, sequence)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            on conflict (grant_id) do update
            set valid_until = excluded.valid_until, revoked_at = excluded.revoked_at, sequence = excluded.sequence
            where c.sequence < excluded.sequence
            """;

    private static final String WARD = """
            insert into ward_copy as c (guardianship_id, volunteer_id, guardian_accounts, active, sequence)
            values ($1, $2, $3, $4, $5)
            on conflict (guardianship_id) do update
            set guardian_accounts = excluded.guardian_accounts, active = excluded.active, sequence = excluded.sequence
            where c.sequence < excluded.sequence
            """;

    private final Erased erased;

    @Inject
    RightsCopy(Erased erased) {
        this.erased = erased;
    }

    /** Applies whatever the batch says about accounts and grants, and about people who are no longer known. */
    public Uni<Void> apply(SqlConnection connection, Batch batch) {
        return each(connection, VOLUNTEER, volunteers(batch))
                .chain(() -> each(connection, RECIPIENT, recipients(batch)))
                .chain(() -> each(connection, GRANT, grants(batch)))
                .chain(() -> each(connection, WARD, wards(batch)))
                .chain(() -> erased.apply(connection, batch));
    }

    private static Uni<Void> each(SqlConnection connection, String statement, List<Tuple> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection.preparedQuery(statement).executeBatch(rows).replaceWithVoid();
    }

    private static List<Tuple> volunteers(Batch batch) {
        return batch.newestOf(told -> told.state(VolunteerState.class), VolunteerState::volunteerId).stream()
                .filter(newest -> newest.value().accountId() != null)
                .map(newest -> Tuple.of(
                        newest.value().accountId(),
                        newest.value().volunteerId(),
                        newest.value().status() == null
                                ? null
                                : newest.value().status().name(),
                        newest.received().sequence()))
                .toList();
    }

    private static List<Tuple> recipients(Batch batch) {
        return batch.newestOf(told -> told.state(RecipientState.class), RecipientState::recipientId).stream()
                .filter(newest -> newest.value().accountId() != null)
                .map(newest -> Tuple.of(
                        newest.value().recipientId(),
                        newest.value().accountId(),
                        newest.value().active(),
                        newest.received().sequence()))
                .toList();
    }

    private static List<Tuple> wards(Batch batch) {
        return batch.newestOf(told -> told.state(GuardianshipState.class), GuardianshipState::guardianshipId).stream()
                .map(newest -> Tuple.of(
                        newest.value().guardianshipId(),
                        newest.value().volunteerId(),
                        newest.value().guardianAccountIds().toArray(UUID[]::new),
                        newest.value().active(),
                        newest.received().sequence()))
                .toList();
    }

    private static List<Tuple> grants(Batch batch) {
        return batch.newestOf(told -> told.state(GrantState.class), GrantState::grantId).stream()
                .map(newest -> row(newest.value(), newest.received().sequence()))
                .toList();
    }

    private static Tuple row(GrantState grant, long sequence) {
        if (grant.role() == null || grant.from() == null) {
            throw new UnusableEvent("a grant without a role or a beginning");
        }
        return Tuple.tuple()
                .addUUID(grant.grantId())
                .addUUID(grant.accountId())
                .addString(grant.role().name())
                .addString(grant.division())
                .addString(grant.divisionPrefix())
                .addUUID(grant.stationId())
                .addUUID(grant.teamId())
                .addUUID(grant.activityId())
                .addOffsetDateTime(grant.from().atOffset(ZoneOffset.UTC))
                .addValue(utc(grant.until()))
                .addValue(utc(grant.revokedAt()))
                .addLong(sequence);
    }

    private static Object utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
