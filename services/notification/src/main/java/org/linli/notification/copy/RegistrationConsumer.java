package org.linli.notification.copy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.linli.kit.access.RightsCopy;
import org.linli.kit.event.Batch;
import org.linli.kit.event.ChannelHandler;
import org.linli.kit.event.EventConsumer;
import org.linli.notification.feed.Feeds;
import org.linli.notification.inbox.Delivery;

/**
 * Listens to registration: keeps the copies, delivers what waited for somebody who is known now, and tells districts
 * what concerns them.
 */
@ApplicationScoped
class RegistrationConsumer implements ChannelHandler {
    private final EventConsumer events;
    private final RightsCopy rights;
    private final Copies copies;
    private final Delivery delivery;
    private final Feeds feeds;

    @Inject
    RegistrationConsumer(EventConsumer events, RightsCopy rights, Copies copies, Delivery delivery, Feeds feeds) {
        this.events = events;
        this.rights = rights;
        this.copies = copies;
        this.delivery = delivery;
        this.feeds = feeds;
    }

    @Override
    public Set<String> channels() {
        return Set.of("registration");
    }

    @Incoming("registration")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return events.consume("registration", records, this);
    }

    @Override
    public Uni<Void> apply(SqlConnection connection, Batch batch) {
        return rights.apply(connection, batch)
                .chain(() -> copies.apply(connection, batch))
                .chain(() -> delivery.deliverWaiting(connection, batch))
                .chain(() -> feeds.apply(connection, batch));
    }
}
