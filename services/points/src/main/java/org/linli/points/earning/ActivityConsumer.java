package org.linli.points.earning;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.linli.kit.event.EventConsumer;

/** Listens to {@code linli.activity}. */
@ApplicationScoped
class ActivityConsumer {
    private final EventConsumer consumer;
    private final EarnPoints earn;

    @Inject
    ActivityConsumer(EventConsumer consumer, EarnPoints earn) {
        this.consumer = consumer;
        this.earn = earn;
    }

    @Incoming("activity")
    Uni<Void> told(ConsumerRecords<String, byte[]> records) {
        return consumer.consume("activity", records, earn::apply);
    }
}
