package org.linli.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.linli.contracts.points.PointsEvent.PostingMade;
import org.linli.contracts.points.PostingState;
import org.linli.kit.event.Fact;

/**
 * A consumer that notes how long events were on their way. Their time is that of the statement that wrote them, before
 * its commit: what is measured is longer than the way from the commit, never shorter.
 */
final class Arrivals implements AutoCloseable {
    private final KafkaConsumer<String, byte[]> consumer;
    private final Histogram micros = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(2), 3);
    private final AtomicLong count = new AtomicLong();
    private final Thread reader;

    /** Listens from the end of the topic on. */
    Arrivals(String bootstrapServers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, EventLog.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        reader = Thread.ofPlatform().name("arrivals").daemon().start(this::read);
    }

    private void read() {
        try {
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(this::note);
            }
        } catch (WakeupException closing) {
            consumer.close();
        }
    }

    private void note(ConsumerRecord<String, byte[]> record) {
        Instant told =
                Instant.parse(new String(record.headers().lastHeader("ce_time").value(), StandardCharsets.UTF_8));
        micros.recordValue(Math.max(0, ChronoUnit.MICROS.between(told, Instant.now())));
        count.incrementAndGet();
    }

    /** Waits until so many have arrived. */
    Histogram await(long expected, Duration patience) throws TimeoutException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (count.get() < expected) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("of " + expected + " events " + count.get() + " arrived");
            }
            Pace.waitUntil(System.nanoTime() + Duration.ofMillis(20).toNanos());
        }
        return micros;
    }

    /** The event of a credit of one point. */
    static Fact credited(UUID volunteer, long sequence, UUID cause) {
        PostingState state = new PostingState(
                UUID.randomUUID(),
                UUID.randomUUID(),
                volunteer,
                People.COMMUNITY.value(),
                "POINTS",
                100,
                100,
                "service-hours",
                1,
                cause,
                Instant.now());
        return Fact.of(volunteer, sequence, People.COMMUNITY, new PostingMade(state));
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        reader.join(5_000);
    }
}
