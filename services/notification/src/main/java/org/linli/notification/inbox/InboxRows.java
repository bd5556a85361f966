package org.linli.notification.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.contracts.notification.NotificationEvent.InboxChanged;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.time.LinliClock;
import org.linli.notification.channel.Mailings;
import org.linli.notification.channel.Mailings.Mailing;
import org.linli.notification.inbox.Delivery.Letter;
import org.linli.notification.message.MessageTable;
import org.linli.notification.preference.PreferenceRows;
import org.linli.notification.preference.Preferences;

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
                    $7::timestamptz[], $8::boolean[]) with ordinality
                    as l (account_id, event_id, kind, subject_type, subject_id, details, happened_at, silent, position)
            ), fresh as (
                select distinct on (account_id, event_id, kind) * from letter l
                where not exists (select from inbox i where i.account_id = l.account_id
                    and i.event_id = l.event_id and i.kind = l.kind)
                order by account_id, event_id, kind, position
            ), inserted as (
                insert into inbox (account_id, sequence, event_id, kind, subject_type, subject_id, details,
                    happened_at, silent)
                select f.account_id, h.sequence + row_number() over (partition by f.account_id order by f.position),
                    f.event_id, f.kind, f.subject_type, f.subject_id, f.details::jsonb, f.happened_at,
                    f.silent
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
    private final MessageTable table;
    private final PreferenceRows preferences;
    private final Mailings mailings;
    private final LinliClock clock;

    @Inject
    InboxRows(Outbox outbox, MessageTable table, PreferenceRows preferences, Mailings mailings, LinliClock clock) {
        this.outbox = outbox;
        this.table = table;
        this.preferences = preferences;
        this.mailings = mailings;
        this.clock = clock;
    }

    Uni<Void> insert(SqlConnection connection, List<Letter> letters) {
        if (letters.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] accounts = letters.stream().map(Letter::accountId).toArray(UUID[]::new);
        Instant now = clock.now();
        return connection
                .preparedQuery(OPEN_HEADS)
                .execute(Tuple.of(accounts))
                .chain(() -> connection.preparedQuery(LOCK_HEADS).execute(Tuple.of(accounts)))
                .chain(() -> preferences.of(connection, Arrays.asList(accounts)))
                .call(chosen -> mailings.note(connection, mailings(letters, chosen, now), now))
                .chain(chosen ->
                        connection.preparedQuery(INSERT).execute(rows(letters, accounts, silent(letters, chosen, now))))
                .chain(heads -> announce(connection, heads, causes(letters)));
    }

    /** What its reader wants by e-mail too, and from when on. */
    private List<Mailing> mailings(List<Letter> letters, Map<UUID, Preferences> chosen, Instant now) {
        List<Mailing> wanted = new ArrayList<>();
        for (Letter letter : letters) {
            Preferences reader = chosen.getOrDefault(letter.accountId(), Preferences.UNTOUCHED);
            table.rule(letter.draft().kind())
                    .filter(reader::mails)
                    .ifPresent(rule -> wanted.add(new Mailing(
                            letter.accountId(), letter.draft().eventId(), rule.kind(), reader.earliest(rule, now))));
        }
        return wanted;
    }

    private Boolean[] silent(List<Letter> letters, Map<UUID, Preferences> chosen, Instant now) {
        return letters.stream()
                .map(letter -> table.rule(letter.draft().kind())
                        .filter(rule -> !chosen.getOrDefault(letter.accountId(), Preferences.UNTOUCHED)
                                .rings(rule, now))
                        .isPresent())
                .toArray(Boolean[]::new);
    }

    private static Tuple rows(List<Letter> letters, UUID[] accounts, Boolean[] silent) {
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
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfBoolean(silent);
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
