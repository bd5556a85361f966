package org.linli.notification.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.linli.notification.message.Audience;
import org.linli.notification.message.Draft;

/**
 * Messages for somebody whose sign-in is not known here yet: topics are not ordered against each other, and a recipient
 * may redeem the one-time code weeks after the first order. Delivered as soon as registration makes them known.
 */
@ApplicationScoped
class WaitingMessages {
    private static final String KEEP = """
            insert into waiting_message (audience, audience_id, event_id, kind, subject_type, subject_id, details,
                happened_at)
            select audience, audience_id, event_id, kind, subject_type, subject_id, details::jsonb, happened_at
            from unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[],
                $8::timestamptz[])
                as w (audience, audience_id, event_id, kind, subject_type, subject_id, details, happened_at)
            where not exists (select from erased_volunteer e where e.volunteer_id = w.audience_id)
            on conflict on constraint waiting_message_pk do nothing
            """;
    private static final String TAKE = """
            delete from waiting_message where audience_id = any ($1)
                or audience = 'TEAM_LEADER'
                    and audience_id in (select team_id from team_copy where leader_id = any ($1))
            returning *
            """;
    /** The topics of two services are read side by side: what one batch kept, another may just have made known. */
    private static final String RECENT = """
            select * from waiting_message where kept_at > now() - interval '10 minutes' order by kept_at
            limit 5000 for update skip locked
            """;

    private static final String FORGET = """
            delete from waiting_message w using unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[])
                as told (audience, audience_id, event_id, kind)
            where w.audience = told.audience and w.audience_id = told.audience_id and w.event_id = told.event_id
                and w.kind = told.kind
            """;
    /** Nobody takes over a station's or a team's old news: what found no reader in time is dropped. */
    private static final String DROP_OLD = """
            delete from waiting_message where kept_at <= now() - interval '10 minutes'
                and audience in ('TEAM_MEMBERS', 'STATION', 'STATION_FOR_LEADER', 'DISTRICT', 'TILL')
            """;

    private static final UUID NOBODY_BY_ID = new UUID(0, 0);

    Uni<Void> keep(SqlConnection connection, List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple rows = Tuple.tuple()
                .addArrayOfString(
                        drafts.stream().map(draft -> draft.audience().name()).toArray(String[]::new))
                .addArrayOfUUID(drafts.stream().map(WaitingMessages::idOf).toArray(UUID[]::new))
                .addArrayOfUUID(drafts.stream().map(Draft::eventId).toArray(UUID[]::new))
                .addArrayOfString(drafts.stream().map(Draft::kind).toArray(String[]::new))
                .addArrayOfString(drafts.stream().map(Draft::subjectType).toArray(String[]::new))
                .addArrayOfString(drafts.stream().map(Draft::subjectId).toArray(String[]::new))
                .addArrayOfString(drafts.stream()
                        .map(draft -> new JsonObject(draft.details()).encode())
                        .toArray(String[]::new))
                .addArrayOfOffsetDateTime(drafts.stream()
                        .map(draft -> draft.happenedAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
        return connection.preparedQuery(KEEP).execute(rows).replaceWithVoid();
    }

    /** Takes what waits for these people and teams; whoever is still unknown will wait again. */
    Uni<List<Draft>> take(SqlConnection connection, List<UUID> known) {
        return known.isEmpty()
                ? Uni.createFrom().item(List.of())
                : connection
                        .preparedQuery(TAKE)
                        .execute(Tuple.of(known.toArray(UUID[]::new)))
                        .map(rows -> rows.stream().map(WaitingMessages::draft).toList());
    }

    /** What was kept in the last minutes, locked. */
    Uni<List<Draft>> recent(SqlConnection connection) {
        return connection
                .query(DROP_OLD)
                .execute()
                .chain(() -> connection.query(RECENT).execute())
                .map(rows -> rows.stream().map(WaitingMessages::draft).toList());
    }

    /** Removes messages that found their readers. */
    Uni<Void> forget(SqlConnection connection, List<Draft> told) {
        return told.isEmpty()
                ? Uni.createFrom().voidItem()
                : connection
                        .preparedQuery(FORGET)
                        .execute(Tuple.of(
                                told.stream()
                                        .map(draft -> draft.audience().name())
                                        .toArray(String[]::new),
                                told.stream().map(WaitingMessages::idOf).toArray(UUID[]::new),
                                told.stream().map(Draft::eventId).toArray(UUID[]::new),
                                told.stream().map(Draft::kind).toArray(String[]::new)))
                        .replaceWithVoid();
    }

    private static UUID idOf(Draft draft) {
        return draft.audienceId() == null ? NOBODY_BY_ID : draft.audienceId();
    }

    private static Draft draft(Row row) {
        UUID audienceId = row.getUUID("audience_id");
        JsonObject details = row.getJsonObject("details");
        return new Draft(
                Audience.valueOf(row.getString("audience")),
                NOBODY_BY_ID.equals(audienceId) ? null : audienceId,
                details.getString("division"),
                row.getUUID("event_id"),
                row.getString("kind"),
                row.getString("subject_type"),
                row.getString("subject_id"),
                details.getMap(),
                row.getOffsetDateTime("happened_at").toInstant());
    }
}
