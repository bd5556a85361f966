package org.linli.kit.work;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.linli.kit.event.Relay;
import org.linli.kit.time.LinliClock;

/** Takes due work, one row and one transaction at a time, until nothing is due. */
@ApplicationScoped
class DueWorkUseCase {
    private static final Logger LOG = Logger.getLogger(DueWorkUseCase.class);
    private static final int AT_ONCE = 200;
    private static final long LONGEST_PAUSE_SECONDS = 600;

    private final Map<String, DueWorkHandler> handlers;
    private final LinliClock clock;
    private final Relay relay;

    @Inject
    DueWorkUseCase(@All List<DueWorkHandler> handlers, LinliClock clock, Relay relay) {
        this.handlers = handlers.stream().collect(Collectors.toMap(DueWorkHandler::kind, Function.identity()));
        this.clock = clock;
        this.relay = relay;
    }

    private record Item(UUID id, String kind, String subject, Instant dueAt, int attempts) {}

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> takeWhatIsDue() {
        return handlers.isEmpty() ? Uni.createFrom().voidItem() : takeNext(AT_ONCE);
    }

    private Uni<Void> takeNext(int left) {
        if (left == 0) {
            return Uni.createFrom().voidItem();
        }
        Item[] taken = new Item[1];
        return Panache.withTransaction(() -> take().chain(item -> {
                    taken[0] = item;
                    return item == null
                            ? Uni.createFrom().item(false)
                            : run(item).replaceWith(true);
                }))
                .onFailure()
                .recoverWithUni(failure -> postpone(taken[0], failure))
                .invoke(found -> relay.wake())
                .chain(found -> found ? takeNext(left - 1) : Uni.createFrom().voidItem());
    }

    private Uni<Item> take() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select id, kind, subject, due_at, attempts from due_work where due_at <= :now"
                                        + " and kind in (:kinds) order by due_at limit 1 for update skip locked",
                                Object[].class)
                        .setParameter("now", clock.now())
                        .setParameter("kinds", handlers.keySet())
                        .getResultList())
                .map(rows -> rows.isEmpty() ? null : item(rows.getFirst()));
    }

    private static Item item(Object[] row) {
        Instant dueAt = row[3] instanceof java.time.OffsetDateTime time ? time.toInstant() : (Instant) row[3];
        return new Item((UUID) row[0], (String) row[1], (String) row[2], dueAt, (Integer) row[4]);
    }

    /** The row goes first: the handler may schedule the same kind and subject anew. */
    private Uni<Void> run(Item item) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from due_work where id = :id")
                        .setParameter("id", item.id())
                        .executeUpdate())
                .chain(() -> handlers.get(item.kind()).run(item.subject(), item.dueAt()));
    }

    private Uni<Boolean> postpone(Item item, Throwable failure) {
        LOG.warnf(failure, "due work failed and is tried again: %s", item == null ? "(none taken)" : item.kind());
        if (item == null) {
            return Uni.createFrom().item(false);
        }
        Duration pause = Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(item.attempts(), 10)));
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(
                                        "update due_work set attempts = attempts + 1, due_at = :due where id = :id")
                                .setParameter("due", clock.now().plus(pause))
                                .setParameter("id", item.id())
                                .executeUpdate()))
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(false);
    }
}
