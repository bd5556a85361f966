package org.linli.points.passbook;

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
import org.linli.points.badge.BadgeTally;
import org.linli.points.earning.EarnPoints;

/** Listens to {@code linli.registration}: who may do what, where divisions lie, who gets a passbook. */
@ApplicationScoped
class RegistrationConsumer implements ChannelHandler {
    private final EventConsumer consumer;
    private final RightsCopy rights;
    private final Copies copies;
    private final OpenPassbooks open;
    private final EarnPoints earn;
    private final BadgeTally badges;

    @Inject
    RegistrationConsumer(
            EventConsumer consumer,
            RightsCopy rights,
            Copies copies,
            OpenPassbooks open,
            EarnPoints earn,
            BadgeTally badges) {
        this.consumer = consumer;
        this.rights = rights;
        this.copies = copies;
        this.open = open;
        this.earn = earn;
        this.badges = badges;
    }

    @Override
    public Set<String> channels() {
        return Set.of("registration");
    }

    @Incoming("registration")
    Uni<Void> told(ConsumerRecords<String, byte[]> records) {
        return consumer.consume("registration", records, this);
    }

    @Override
    public Uni<Void> apply(SqlConnection connection, Batch batch) {
        return rights.apply(connection, batch)
                .chain(() -> copies.apply(connection, batch))
                .chain(() -> open.apply(connection, batch))
                .chain(opened -> earn.applyWaiting(connection, opened).chain(() -> badges.opened(connection, opened)));
    }
}
