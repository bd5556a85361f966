package org.linli.registration.recipient;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.linli.kit.event.EventConsumer;

/** Listens to activity: who serves whom decides who may read a recipient's file. */
@ApplicationScoped
class ActivityConsumer {
    private final EventConsumer events;
    private final Serving serving;

    @Inject
    ActivityConsumer(EventConsumer events, Serving serving) {
        this.events = events;
        this.serving = serving;
    }

    @Incoming("activity")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return events.consume("activity", records, serving::apply);
    }
}
