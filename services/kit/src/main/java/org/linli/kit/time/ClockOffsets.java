package org.linli.kit.time;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Listens to {@code linli.clock}: {@code {"offsetSeconds": n}}. Each replica reads the whole topic when it starts. */
@ApplicationScoped
public class ClockOffsets {
    private static final Logger LOG = Logger.getLogger(ClockOffsets.class);

    private final LinliClock clock;
    private final ObjectMapper json;

    @Inject
    ClockOffsets(LinliClock clock, ObjectMapper json) {
        this.clock = clock;
        this.json = json;
    }

    @Incoming("clock")
    // public: in dev and test mode the kit has another class loader than the code generated for this method
    public void moved(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                long seconds =
                        json.readTree(record.value()).path("offsetSeconds").asLong(0);
                clock.advanceTo(Duration.ofSeconds(seconds));
            } catch (IOException unreadable) {
                LOG.warnf("ignored a record of the clock topic at offset %d: not JSON", record.offset());
            }
        }
    }
}
