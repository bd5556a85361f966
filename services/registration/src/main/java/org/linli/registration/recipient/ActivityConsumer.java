package org.linli.registration.recipient;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.linli.kit.event.Batch;
import org.linli.kit.event.ChannelHandler;
import org.linli.kit.event.EventConsumer;
import org.linli.registration.star.StarReviews;
import org.linli.registration.statistics.ServiceTally;

/**
 * Listens to activity: who serves whom decides who may read a recipient's file, and who served how long is
 * counted and may bring a star.
 */
@ApplicationScoped
class ActivityConsumer implements ChannelHandler {
    private final EventConsumer events;
    private final Serving serving;
    private final ServiceTally tally;
    private final StarReviews stars;

    @Inject
    ActivityConsumer(EventConsumer events, Serving serving, ServiceTally tally, StarReviews stars) {
        this.events = events;
        this.serving = serving;
        this.tally = tally;
        this.stars = stars;
    }

    @Override
    public Set<String> channels() {
        return Set.of("activity");
    }

    @Incoming("activity")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return events.consume("activity", records, this);
    }

    @Override
    public Uni<Void> apply(SqlConnection connection, Batch batch) {
        return serving.apply(connection, batch)
                .chain(() -> tally.apply(connection, batch))
                .chain(() -> stars.apply(connection, batch));
    }
}
