package org.linli.notification.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.linli.kit.event.Batch;
import org.linli.kit.event.ChannelHandler;
import org.linli.kit.event.EventConsumer;
import org.linli.notification.copy.Concerned;
import org.linli.notification.feed.Feeds;
import org.linli.notification.message.Draft;
import org.linli.notification.message.Drafting;

/**
 * Listens to activity and points: every event becomes the messages that the table foresees, and stands in the feeds of
 * its districts.
 */
@ApplicationScoped
class EventsConsumer implements ChannelHandler {
    private final EventConsumer events;
    private final Drafting drafting;
    private final Delivery delivery;
    private final Concerned concerned;
    private final Feeds feeds;

    @Inject
    EventsConsumer(EventConsumer events, Drafting drafting, Delivery delivery, Concerned concerned, Feeds feeds) {
        this.events = events;
        this.concerned = concerned;
        this.drafting = drafting;
        this.delivery = delivery;
        this.feeds = feeds;
    }

    @Override
    public Set<String> channels() {
        return Set.of("activity", "points");
    }

    @Incoming("activity")
    Uni<Void> activity(ConsumerRecords<String, byte[]> records) {
        return events.consume("activity", records, this);
    }

    @Incoming("points")
    Uni<Void> points(ConsumerRecords<String, byte[]> records) {
        return events.consume("points", records, this);
    }

    /** Who is concerned is known before it is told. */
    @Override
    public Uni<Void> apply(SqlConnection connection, Batch batch) {
        List<Draft> drafts = batch.events().stream()
                .flatMap(received -> drafting.of(received).stream())
                .toList();
        return concerned
                .apply(connection, batch)
                .chain(() -> delivery.deliver(connection, drafts))
                .chain(() -> feeds.apply(connection, batch));
    }
}
