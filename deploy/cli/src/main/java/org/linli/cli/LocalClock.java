package org.linli.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The clock of the profile {@code local}: ahead of real time by an offset that only grows, is kept by its topic for
 * ever and is read by every service (architecture, decision 15). With it a story plays hours in seconds.
 */
public final class LocalClock {
    /** The internal topic; one partition, so that the last record is the offset in force. */
    public static final String TOPIC = "linli.clock";

    private static final String KEY = "clock";
    private static final String FIELD = "offsetSeconds";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String bootstrapServers;

    /** The clock of the city whose Kafka that is. */
    public LocalClock(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** How far the clock is ahead of real time. */
    public Duration offset() {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition), PATIENCE).get(partition);
            if (end == 0) {
                return Duration.ZERO;
            }
            consumer.seek(partition, end - 1);
            for (ConsumerRecord<String, String> last : consumer.poll(PATIENCE)) {
                return Duration.ofSeconds(
                        JSON.readTree(last.value()).path(FIELD).asLong());
            }
            throw new Refusal("Kafka at " + bootstrapServers + " did not give out the clock's offset.");
        } catch (IOException notJson) {
            throw new Refusal("The last record of " + TOPIC + " is not a clock offset.");
        }
    }

    /** Moves the clock forward; answers the offset from then on. */
    public Duration advance(Duration by) {
        if (by.isNegative() || by.isZero()) {
            throw new IllegalArgumentException("the clock only moves forward, not by " + by);
        }
        Duration next = offset().plus(by);
        String value = "{\"" + FIELD + "\":" + next.toSeconds() + "}";
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "max.block.ms", "10000"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, KEY, value)).get();
            return next;
        } catch (ExecutionException notStored) {
            throw new Refusal("Kafka at " + bootstrapServers + " did not take the clock's offset: "
                    + notStored.getCause().getMessage());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        }
    }
}
