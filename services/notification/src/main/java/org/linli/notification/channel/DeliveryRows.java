package org.linli.notification.channel;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The table of deliveries. A replica takes what is due by putting its claim on the rows and sends outside of any
 * transaction; what a killed replica had taken is free again when the claim is over. Claims use the database's own
 * clock: they are about processes, not about the story.
 */
@ApplicationScoped
class DeliveryRows {
    private static final Logger LOG = Logger.getLogger(DeliveryRows.class);
    private static final String CLAIM = """
            with due as (
                select id from delivery where state = 'WAITING' and due_at <= $1
                    and (claimed_until is null or claimed_until < clock_timestamp())
                order by due_at limit $2 for update skip locked
            ), claimed as (
                update delivery d
                set claimed_until = clock_timestamp() + make_interval(secs => $3), attempts = d.attempts + 1
                from due where d.id = due.id
                returning d.*
            )
            select c.id, c.account_id, c.event_id, c.kind, c.attempts, c.first_due_at, i.details, a.address,
                a.verified_at, a.wanted_address, a.code_id, a.code_until, a.wrong_codes, a.version
            from claimed c
            left join inbox i on i.account_id = c.account_id and i.event_id = c.event_id and i.kind = c.kind
            left join channel_address a on a.account_id = c.account_id and a.channel = c.channel
            order by c.due_at
            """;
    private static final String END = "update delivery set state = $2, trouble = $3, ended_at = $4,"
            + " claimed_until = null where id = $1 and state = 'WAITING'";
    private static final String POSTPONE = "update delivery set due_at = $2, trouble = $3, claimed_until = null"
            + " where id = $1 and state = 'WAITING'";
    private static final String HOLD = "update delivery set due_at = $2, first_due_at = $2, attempts = attempts - 1,"
            + " claimed_until = null where id = $1 and state = 'WAITING'";

    private final MailAddressRows addresses;

    @Inject
    DeliveryRows(MailAddressRows addresses) {
        this.addresses = addresses;
    }

    /** Takes what is due, at most {@code limit}; it is this replica's for {@code claim}. */
    Uni<List<DueDelivery>> claim(SqlClient client, Instant now, int limit, Duration claim) {
        return client.preparedQuery(CLAIM)
                .execute(Tuple.of(utc(now), limit, (double) claim.toSeconds()))
                .map(rows -> rows.stream().map(this::due).toList());
    }

    /** Sent, given up, or not wanted any more. */
    Uni<Void> end(SqlClient client, UUID id, DeliveryState state, Trouble trouble, Instant now) {
        return client.preparedQuery(END)
                .execute(Tuple.from(Arrays.asList(id, state.name(), trouble == null ? null : trouble.name(), utc(now))))
                .replaceWithVoid();
    }

    /** Did not work; again at that time. */
    Uni<Void> postpone(SqlClient client, UUID id, Instant until, Trouble trouble) {
        return client.preparedQuery(POSTPONE)
                .execute(Tuple.of(id, utc(until), trouble.name()))
                .replaceWithVoid();
    }

    /** Not tried; it is due at that time. */
    Uni<Void> hold(SqlClient client, UUID id, Instant until) {
        return client.preparedQuery(HOLD).execute(Tuple.of(id, utc(until))).replaceWithVoid();
    }

    private DueDelivery due(Row row) {
        UUID account = row.getUUID("account_id");
        JsonObject details = row.getJsonObject("details");
        MailAddress address = null;
        boolean unreadable = false;
        try {
            address = row.getBuffer("address") == null ? null : addresses.read(account, row);
        } catch (RuntimeException withoutItsKey) {
            // the others that were taken together with it are none the worse for it
            LOG.errorf(withoutItsKey, "the address of delivery %s cannot be read", row.getUUID("id"));
            unreadable = true;
        }
        return new DueDelivery(
                row.getUUID("id"),
                account,
                row.getUUID("event_id"),
                row.getString("kind"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("first_due_at").toInstant(),
                details == null ? null : details.getMap(),
                address,
                unreadable);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
