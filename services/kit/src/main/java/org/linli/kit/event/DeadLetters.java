package org.linli.kit.event;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.linli.contracts.Topics;

/** Sets records aside on {@code linli.<service>.dead}, as they came, with where they came from and why. */
@ApplicationScoped
class DeadLetters {
    private static final int LARGEST = 256 * 1024;

    private final Outbox outbox;
    private final String topic;

    @Inject
    DeadLetters(Outbox outbox, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.outbox = outbox;
        this.topic = Topics.dead(service);
    }

    /** A record and why it is set aside. */
    record Letter(ConsumerRecord<String, byte[]> record, String reason) {}

    Uni<Void> add(SqlClient connection, List<Letter> letters) {
        return outbox.insert(connection, letters.stream().map(this::row).toList());
    }

    private OutboxRow row(Letter letter) {
        ConsumerRecord<String, byte[]> record = letter.record();
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers().forEach(header -> headers.put(storable(header.key()), storable(text(header.value()))));
        headers.put("linli_dead_reason", storable(letter.reason()));
        headers.put("linli_dead_topic", record.topic());
        headers.put("linli_dead_partition", Integer.toString(record.partition()));
        headers.put("linli_dead_offset", Long.toString(record.offset()));
        byte[] data = record.value() == null ? new byte[0] : record.value();
        if (data.length > LARGEST) {
            // the original stays where topic, partition and offset point to; a letter must always fit into a message
            headers.put("linli_dead_length", Integer.toString(data.length));
            data = new byte[0];
        }
        String key = record.key() == null ? record.topic() + "/" + record.partition() : storable(record.key());
        return new OutboxRow(topic, key, Outbox.json(headers), data);
    }

    private static String text(byte[] header) {
        return header == null ? "" : new String(header, StandardCharsets.UTF_8);
    }

    /** PostgreSQL holds no U+0000; a poison record may. Setting aside must never fail for what the record holds. */
    private static String storable(String text) {
        return text.replace("\u0000", "\uFFFD");
    }
}
