package org.linli.notification.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.contracts.notification.NotificationEvent.InboxChanged;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.notification.inbox.Delivery.Letter;

/**
 * Writes rows into many inboxes at once. The head rows are locked first, in the order of their accounts, so that
 * numbers are gap-free and two batches never wait for each other in a circle; a row that is already there is left
 * alone.
 */
@ApplicationScoped
class InboxRows {
    private static final String OPEN_HEADS = "insert into inbox_head (account_id)"
            + " select distinct id from unnest($1::uuid[]) as a (id) order by id on conflict do nothing";
    private static final String LOCK_HEADS =
            "select account_id from inbox_head where account_id = any ($1) order by account_id for update";
    private static final String INSERT = """
            with letter as (
                select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[],
                    $7::timestamptz[]) with ordinality
                    as l (account_id, event_id, kind, subject_type, subject_id, details, happened_at, position)
            ), fresh as (
                select distinct on (account_id, event_id, kind) * from letter l
                where not exists (select from inbox i where i.account_id = l.account_id
                    and i.event_id = l.event_id and i.kind = l.kind)
                order by account_id, event_id, kind, position
            ), inserted as (
                insert into inbox (account_id, sequence, event_id, kind, subject_type, subject_id, details,
                    happened_at)
                select f.account_id, h.sequence + row_number() over (partition by f.account_id order by f.position),
                    f.event_id, f.kind, f.subject_type, f.subject_id, f.details::jsonb, f.happened_at
                from fresh f join inbox_head h using (account_id)
                returning account_id
            )
            update inbox_head h
            set sequence = h.sequence + n.rows, unread = h.unread + n.rows, changes = h.changes + 1
            from (select account_id, count(*)::int as rows from inserted group by account_id) n
            where h.account_id = n.account_id
            returning h.account_id, h.sequence, h.unread, h.changes
            """;

    private final Outbox outbox;

    @Inject
    InboxRows(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> insert(SqlConnection connection, List<Letter> letters) {
        if (letters.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] accounts = letters.stream().map(Letter::accountId).toArray(UUID[]::new);
        return connection
                .preparedQuery(OPEN_HEADS)
                .execute(Tuple.of(accounts))
                .chain(() -> connection.preparedQuery(LOCK_HEADS).execute(Tuple.of(accounts)))
                .chain(() -> connection.preparedQuery(INSERT).execute(rows(letters, accounts)))
                .chain(heads -> announce(connection, heads, causes(letters)));
    }

    private static Tuple rows(List<Letter> letters, UUID[] accounts) {
        return Tuple.tuple()
                .addArrayOfUUID(accounts)
                .addArrayOfUUID(
                        letters.stream().map(letter -> letter.draft().eventId()).toArray(UUID[]::new))
                .addArrayOfString(texts(letters, letter -> letter.draft().kind()))
                .addArrayOfString(texts(letters, letter -> letter.draft().subjectType()))
                .addArrayOfString(texts(letters, letter -> letter.draft().subjectId()))
                .addArrayOfString(texts(letters, Letter::details))
                .addArrayOfOffsetDateTime(letters.stream()
                        .map(letter -> letter.draft().happenedAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
    }

    private static String[] texts(List<Letter> letters, java.util.function.Function<Letter, String> text) {
        return letters.stream().map(text).toArray(String[]::new);
    }

    /** The last event that each account is told of here. */
    private static Map<UUID, UUID> causes(List<Letter> letters) {
        return letters.stream()
                .collect(Collectors.toMap(
                        Letter::accountId, letter -> letter.draft().eventId(), (first, last) -> last));
    }

    /**
     * Tells every replica, through the outbox, whose streams to wake.
     *
     * @param causes by account, the event that changed the inbox; none where the person did
     */
    Uni<Void> announce(SqlConnection connection, RowSet<Row> heads, Map<UUID, UUID> causes) {
        List<Fact> facts = heads.stream()
                .map(head -> Fact.of(
                                head.getUUID("account_id"),
                                head.getLong("changes"),
                                null,
                                new InboxChanged(
                                        head.getUUID("account_id"),
                                        head.getLong("sequence"),
                                        head.getInteger("unread")))
                        .causedBy(causes.get(head.getUUID("account_id"))))
                .toList();
        return outbox.add(connection, facts);
    }
}
