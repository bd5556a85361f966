package org.linli.notification.channel;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.notification.NotificationRefusal;
import org.linli.notification.message.Channel;

/** Shows what was sent, and has what was given up tried again. */
@ApplicationScoped
class DeliveryLogUseCase {
    private static final UUID GREATEST_ID = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");
    private static final String MINE =
            "select * from delivery where account_id = $1 and id < $2 order by id desc limit $3";
    private static final String FAILED =
            "select * from delivery where state = 'FAILED' and id > $1 order by id limit $2";
    private static final String ONE = "select * from delivery where id = $1 for update";
    private static final String AGAIN = "update delivery set state = 'WAITING', trouble = null, ended_at = null,"
            + " attempts = 0, first_due_at = $2, due_at = $2 where id = $1 returning *";

    private final Pool pool;
    private final LinliClock clock;
    private final Audit audit;

    @Inject
    DeliveryLogUseCase(Pool pool, LinliClock clock, Audit audit) {
        this.pool = pool;
        this.clock = clock;
        this.audit = audit;
    }

    /** The deliveries of one account, newest first. */
    Uni<Page<DeliveryView>> of(UUID account, Paging paging) {
        UUID before = paging.afterKey() == null ? GREATEST_ID : paging.afterId();
        return pool.preparedQuery(MINE)
                .execute(Tuple.of(account, before, paging.limit() + 1))
                .map(rows -> page(rows, paging));
    }

    /** What was given up, of all accounts, oldest first. */
    Uni<Page<DeliveryView>> failed(Paging paging) {
        return pool.preparedQuery(FAILED)
                .execute(Tuple.of(paging.afterId(), paging.limit() + 1))
                .map(rows -> page(rows, paging));
    }

    /** Has one that was given up tried again. */
    Uni<Outcome<DeliveryView>> tryAgain(SqlConnection connection, Caller operator, UUID id) {
        return connection
                .preparedQuery(ONE)
                .execute(Tuple.of(id))
                .map(rows -> rows.stream().findFirst().map(DeliveryLogUseCase::view))
                .chain(found -> {
                    if (found.isEmpty()) {
                        return Steps.refused(KitRefusal.NOT_FOUND);
                    }
                    return found.get().state() == DeliveryState.FAILED
                            ? audit.record(connection, operator, "delivery-tried-again", id, null, null)
                                    .chain(() -> again(connection, id))
                            : Steps.refused(NotificationRefusal.DELIVERY_NOT_FAILED);
                });
    }

    private Uni<Outcome<DeliveryView>> again(SqlConnection connection, UUID id) {
        return connection
                .preparedQuery(AGAIN)
                .execute(Tuple.of(id, clock.now().atOffset(ZoneOffset.UTC)))
                .map(rows -> Outcome.done(view(rows.iterator().next())));
    }

    private static Page<DeliveryView> page(RowSet<Row> rows, Paging paging) {
        return Page.of(
                rows.stream().toList(), paging.limit(), row -> row.getUUID("id").toString(), DeliveryLogUseCase::view);
    }

    private static DeliveryView view(Row row) {
        String trouble = row.getString("trouble");
        OffsetDateTime ended = row.getOffsetDateTime("ended_at");
        return new DeliveryView(
                row.getUUID("id"),
                Channel.valueOf(row.getString("channel")),
                row.getString("kind"),
                DeliveryState.valueOf(row.getString("state")),
                trouble == null ? null : Trouble.valueOf(trouble),
                row.getInteger("attempts"),
                row.getOffsetDateTime("made_at").toInstant(),
                row.getOffsetDateTime("due_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
