package org.linli.activity.copy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.linli.kit.access.RightsCopy;
import org.linli.kit.event.Batch;
import org.linli.kit.event.EventConsumer;

/** Listens to {@code linli.registration} and keeps the copies. */
@ApplicationScoped
class RegistrationConsumer {
    private static final String CHANNEL = "registration";

    private final EventConsumer consumer;
    private final RightsCopy rights;
    private final CopyTables copies;

    @Inject
    RegistrationConsumer(EventConsumer consumer, RightsCopy rights, CopyTables copies) {
        this.consumer = consumer;
        this.rights = rights;
        this.copies = copies;
    }

    @Incoming(CHANNEL)
    Uni<Void> told(ConsumerRecords<String, byte[]> records) {
        return consumer.consume(CHANNEL, records, this::apply);
    }

    // rights first: a revoked role must stop working even if something else of the batch is slow
    private Uni<Void> apply(SqlConnection connection, Batch batch) {
        return rights.apply(connection, batch).chain(() -> copies.apply(connection, batch));
    }
}
