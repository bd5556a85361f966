package org.linli.kit.event;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.linli.kit.fault.FaultPoint;

/**
 * Takes a batch of records through one transaction. What cannot be understood is set aside as a dead letter in that
 * transaction; a batch that PostgreSQL or the handler refuses for its data is halved until the record at fault stands
 * alone and is set aside; anything else is tried again until it works. Nothing ends the stream.
 */
@ApplicationScoped
public class EventConsumer {
    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    /**
     * PostgreSQL takes every array of a plan that it keeps for ten elements and joins five hundred with five hundred
     * row by row. For more than a few events it plans with what is really there, until the end of the transaction.
     */
    private static final String PLAN = "set local plan_cache_mode = force_custom_plan";

    private static final int FEW = 10;
    private static final Duration FIRST_RETRY = Duration.ofMillis(100);
    private static final Duration LAST_RETRY = Duration.ofSeconds(5);

    private final Pool pool;
    private final DeadLetters deadLetters;
    private final Streams streams;
    private final Relay relay;
    private final Traces traces;

    @Inject
    EventConsumer(Pool pool, DeadLetters deadLetters, Streams streams, Relay relay, Traces traces) {
        this.pool = pool;
        this.deadLetters = deadLetters;
        this.streams = streams;
        this.relay = relay;
        this.traces = traces;
    }

    /** One record and what it says; {@code event} is null if it is to be set aside, {@code cause} then says why. */
    private record Item(ConsumerRecord<String, byte[]> record, Received event, Cause cause) {}

    /** Consumes a batch; completes when it is committed. Never fails for what the records hold. */
    public Uni<Void> consume(String channel, ConsumerRecords<String, byte[]> records, ChannelHandler handler) {
        List<Item> items = new ArrayList<>(records.count());
        records.forEach(record -> items.add(read(record)));
        return settle(channel, items, handler)
                .invoke(FaultPoint.BATCH_COMMITTED::reached)
                .invoke(() -> streams.moved(channel, items.size()))
                .invoke(relay::wake);
    }

    private Item read(ConsumerRecord<String, byte[]> record) {
        try {
            Received event = EventCodec.read(record.headers(), record.value());
            traces.remember(event.id(), EventCodec.traceparent(record.headers()));
            return new Item(record, event, null);
        } catch (EventCodec.UnreadableEvent unreadable) {
            return new Item(record, null, Cause.of(unreadable));
        }
    }

    private Uni<Void> attempt(String channel, List<Item> items, BatchHandler handler) {
        List<Item> unreadable =
                items.stream().filter(item -> item.event() == null).toList();
        List<Received> events =
                items.stream().map(Item::event).filter(event -> event != null).toList();
        return pool.withTransaction(connection ->
                apply(connection, events, handler).chain(() -> setAside(channel, connection, unreadable)));
    }

    private static Uni<Void> apply(SqlConnection connection, List<Received> events, BatchHandler handler) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Batch batch = new Batch(events);
        return events.size() > FEW
                ? connection.query(PLAN).execute().chain(() -> handler.apply(connection, batch))
                : handler.apply(connection, batch);
    }

    private Uni<Void> setAside(String channel, SqlConnection connection, List<Item> unreadable) {
        return deadLetters.add(
                connection,
                channel,
                unreadable.stream()
                        .map(item -> new DeadLetters.Letter(item.record(), item.cause()))
                        .toList());
    }

    private Uni<Void> bisect(String channel, List<Item> items, BatchHandler handler, Cause cause) {
        if (items.size() == 1) {
            Item only = items.getFirst();
            LOG.warnf(
                    "set aside %s %d/%d: %s",
                    only.record().topic(),
                    only.record().partition(),
                    only.record().offset(),
                    cause.text());
            Item dead = new Item(only.record(), null, cause);
            return steadily(channel, List.of(dead), handler);
        }
        int middle = items.size() / 2;
        return settle(channel, items.subList(0, middle), handler)
                .chain(() -> settle(channel, items.subList(middle, items.size()), handler));
    }

    private Uni<Void> settle(String channel, List<Item> items, BatchHandler handler) {
        return steadily(channel, items, handler)
                .onFailure(EventConsumer::isOfTheRecord)
                .recoverWithUni(failure ->
                        bisect(channel, items, handler, Cause.of(failure).orElseThrow()));
    }

    private Uni<Void> steadily(String channel, List<Item> items, BatchHandler handler) {
        return attempt(channel, items, handler)
                .onFailure(failure -> !isOfTheRecord(failure))
                .invoke(failure -> streams.stalled(channel, failure))
                .onFailure(failure -> !isOfTheRecord(failure))
                .retry()
                .withBackOff(FIRST_RETRY, LAST_RETRY)
                .indefinitely();
    }

    /** The record itself is at fault: trying again would not help. */
    private static boolean isOfTheRecord(Throwable failure) {
        return Cause.of(failure).isPresent();
    }
}
