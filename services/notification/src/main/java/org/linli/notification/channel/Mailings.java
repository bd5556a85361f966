package org.linli.notification.channel;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.linli.kit.Ids;

/** Writes down what is to go out, in the transaction of its cause. */
@ApplicationScoped
public class Mailings {
    /** Only where an address is proven, and only with a message that is new: a repetition sends nothing again. */
    private static final String NOTE = """
            insert into delivery (id, account_id, channel, event_id, kind, made_at, first_due_at, due_at)
            select m.id, m.account_id, 'EMAIL', m.event_id, m.kind, $5, m.due_at, m.due_at
            from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $6::timestamptz[])
                as m (id, account_id, event_id, kind, due_at)
            join channel_address a on a.account_id = m.account_id and a.channel = 'EMAIL'
                and a.verified_at is not null
            where not exists (select from inbox i where i.account_id = m.account_id and i.event_id = m.event_id
                and i.kind = m.kind)
            on conflict on constraint delivery_once do nothing
            """;

    private static final String CODE = "insert into delivery"
            + " (id, account_id, channel, event_id, kind, made_at, first_due_at, due_at)"
            + " values ($1, $2, 'EMAIL', $3, '" + DueDelivery.CODE + "', $4, $4, $4)";

    /**
     * A message that is wanted by e-mail.
     *
     * @param dueAt when it may be sent at the earliest
     */
    public record Mailing(UUID accountId, UUID eventId, String kind, Instant dueAt) {}

    /** Notes messages before they are in the inbox, whose heads are locked. */
    public Uni<Void> note(SqlConnection connection, List<Mailing> mailings, Instant now) {
        if (mailings.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple rows = Tuple.tuple()
                .addArrayOfUUID(mailings.stream().map(mailing -> Ids.next()).toArray(UUID[]::new))
                .addArrayOfUUID(ids(mailings, Mailing::accountId))
                .addArrayOfUUID(ids(mailings, Mailing::eventId))
                .addArrayOfString(mailings.stream().map(Mailing::kind).toArray(String[]::new))
                .addOffsetDateTime(now.atOffset(ZoneOffset.UTC))
                .addArrayOfOffsetDateTime(mailings.stream()
                        .map(mailing -> mailing.dueAt().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new));
        return connection.preparedQuery(NOTE).execute(rows).replaceWithVoid();
    }

    /** Notes that a code is to be sent. */
    Uni<Void> code(SqlConnection connection, UUID account, UUID codeId, Instant now) {
        return connection
                .preparedQuery(CODE)
                .execute(Tuple.of(Ids.next(), account, codeId, now.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static UUID[] ids(List<Mailing> mailings, Function<Mailing, UUID> id) {
        return mailings.stream().map(id).toArray(UUID[]::new);
    }
}
