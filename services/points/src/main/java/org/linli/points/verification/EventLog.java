package org.linli.points.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.linli.points.PointsConfiguration;

/**
 * Reads the log of activity from its beginning to its present end, beside the consumers and without disturbing them.
 */
@ApplicationScoped
class EventLog {
    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrap;
    private final PointsConfiguration.Verification configuration;

    @Inject
    EventLog(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap, PointsConfiguration configuration) {
        this.bootstrap = bootstrap;
        this.configuration = configuration.verification();
    }

    /**
     * An event on the log.
     *
     * @param due whether the consumers have gone past it, so that it must have been applied
     */
    record Logged(UUID id, boolean due) {}

    /** Takes some events; may fail as SQL does. */
    interface Sink {
        void take(Set<Logged> events) throws SQLException;
    }

    /**
     * Hands over every event whose type is among {@code types}, poll by poll.
     *
     * @throws KafkaException if Kafka does not answer in time
     */
    void read(Set<String> types, Sink sink) throws SQLException {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            Duration patience = configuration.kafkaPatience();
            List<TopicPartition> partitions = consumer.partitionsFor(configuration.logTopic(), patience).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, patience);
            Map<TopicPartition, Long> passed = passed(consumer, partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long lastMoved = System.nanoTime();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition, patience) < ends.get(partition))) {
                Set<Logged> events = new HashSet<>();
                var records = consumer.poll(POLL);
                for (ConsumerRecord<String, byte[]> record : records) {
                    add(events, record, types, passed);
                }
                sink.take(events);
                lastMoved = records.isEmpty() ? lastMoved : System.nanoTime();
                if (System.nanoTime() - lastMoved > patience.toNanos()) {
                    throw new KafkaException("the log does not go on");
                }
            }
        }
    }

    private Map<TopicPartition, Long> passed(KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                consumer.committed(Set.copyOf(partitions), configuration.kafkaPatience());
        Map<TopicPartition, Long> passed = new HashMap<>();
        partitions.forEach(partition -> passed.put(
                partition,
                committed.get(partition) == null ? 0 : committed.get(partition).offset()));
        return passed;
    }

    private static void add(
            Set<Logged> events,
            ConsumerRecord<String, byte[]> record,
            Set<String> types,
            Map<TopicPartition, Long> passed) {
        Header type = record.headers().lastHeader("ce_type");
        Header id = record.headers().lastHeader("ce_id");
        if (type == null || id == null || !types.contains(text(type))) {
            return;
        }
        try {
            long next = passed.get(new TopicPartition(record.topic(), record.partition()));
            events.add(new Logged(UUID.fromString(text(id)), record.offset() < next));
        } catch (IllegalArgumentException noId) {
            // set aside by the consumer as unreadable: nothing can have been applied under an id that is none
            return;
        }
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        // named only to ask how far the consumers are: nobody joins the group
                        ConsumerConfig.GROUP_ID_CONFIG,
                        configuration.logGroup(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5000,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        8 * 1024 * 1024),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }
}
