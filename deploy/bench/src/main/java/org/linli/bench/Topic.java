package org.linli.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.linli.kit.Ids;
import org.linli.kit.event.EventCodec;
import org.linli.kit.event.Fact;

/** A service's topic, written to as its relay would write. */
final class Topic implements AutoCloseable {
    private final String service;
    private final KafkaProducer<String, byte[]> producer;

    Topic(City city, String service) {
        this.service = service;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", city.kafka(), "acks", "all", "linger.ms", 0, "max.block.ms", 10_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends a fact; answers the id of its event. */
    UUID publish(Fact fact) {
        UUID id = Ids.next();
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>("linli." + service, fact.subject(), EventCodec.data(fact.event()));
        EventCodec.headers(fact, service, id, Instant.now(), null)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
        return id;
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ofSeconds(5));
    }
}
