package org.linli.kit.test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.linli.contracts.Topics;
import org.linli.kit.event.EventCodec;
import org.linli.kit.event.Fact;

/**
 * The topics of one test run: puts events there as other services would, and reads what lies there. Topic names are
 * given without the prefix that keeps runs apart.
 */
public final class Events implements AutoCloseable {

    private static final int PARTITIONS = 4;
    private static final List<String> SERVICES = List.of("registration", "activity", "points", "notification");

    private final String prefix;
    private final KafkaProducer<String, byte[]> producer;
    /** For one thread at a time. */
    private final KafkaConsumer<String, byte[]> consumer;

    private final Admin admin;
    private final Map<String, Reading> readings = new ConcurrentHashMap<>();

    Events(String bootstrapServers, String prefix) {
        this.prefix = prefix;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    /** The prefix of every topic of this run, ending in a dot. */
    public String prefix() {
        return prefix;
    }

    /**
     * Publishes a fact as a service would: binary CloudEvent, key = subject.
     *
     * @param service whose fact it is, for example {@code registration}; decides topic and source
     * @return the CloudEvents id
     */
    public UUID publish(String service, Fact fact) {
        UUID id = UUID.randomUUID();
        publish(service, fact, id);
        return id;
    }

    /** The same with an id of one's own: twice the same id is what a redelivery looks like. */
    public void publish(String service, Fact fact, UUID id) {
        publish(service, fact, id, null);
    }

    /** The same within a trace (W3C traceparent). */
    public void publish(String service, Fact fact, UUID id, String traceparent) {
        Map<String, String> headers = EventCodec.headers(fact, service, id, Instant.now(), traceparent);
        send("linli." + service, fact.subject(), headers, EventCodec.data(fact.event()));
    }

    /** Puts any bytes with any headers (also without value) on a topic and waits for the broker's answer. */
    public void send(String topic, String key, Map<String, String> headers, byte[] value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(prefix + topic, key, value);
        headers.forEach((name, text) ->
                record.headers().add(name, text == null ? null : text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (ExecutionException refused) {
            throw new AssertionError("Kafka refuses a record for " + topic, refused.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** A record of a known type whose data break off in the middle. Answers its CloudEvents id. */
    public UUID poisonBrokenJson(String topic, String type) {
        UUID id = UUID.randomUUID();
        send(topic, id.toString(), poisonHeaders(id, type), "{\"id\":\"".getBytes(StandardCharsets.UTF_8));
        return id;
    }

    /** A record of a known type whose data are the JSON {@code null}. Answers its CloudEvents id. */
    public UUID poisonJsonNull(String topic, String type) {
        UUID id = UUID.randomUUID();
        send(topic, id.toString(), poisonHeaders(id, type), "null".getBytes(StandardCharsets.UTF_8));
        return id;
    }

    /** A record of a known type with an attribute that is there but has no value. Answers its CloudEvents id. */
    public UUID poisonHeaderWithoutValue(String topic, String type) {
        UUID id = UUID.randomUUID();
        Map<String, String> headers = poisonHeaders(id, type);
        headers.put("ce_sequence", null);
        send(topic, id.toString(), headers, "{}".getBytes(StandardCharsets.UTF_8));
        return id;
    }

    /** A record with data but without any attribute. Answers its key, by which it can be found. */
    public UUID poisonWithoutHeaders(String topic) {
        UUID key = UUID.randomUUID();
        send(topic, key.toString(), Map.of(), "{}".getBytes(StandardCharsets.UTF_8));
        return key;
    }

    /** A record of a type that nobody knows. Answers its CloudEvents id. */
    public UUID poisonUnknownType(String topic) {
        UUID id = UUID.randomUUID();
        Map<String, String> headers = poisonHeaders(id, "linli.nobody.thing.happened.v1");
        send(topic, id.toString(), headers, "{}".getBytes(StandardCharsets.UTF_8));
        return id;
    }

    /** A record without key, headers and value. */
    public void poisonEmpty(String topic) {
        send(topic, null, Map.of(), null);
    }

    /** Everything that lies on a topic now, partition by partition from the beginning. */
    public List<OnTopic> all(String topic) {
        return records(topic).stream().map(this::onTopic).toList();
    }

    private List<ConsumerRecord<String, byte[]>> records(String topic) {
        Reading reading = readings.computeIfAbsent(topic, first -> new Reading());
        synchronized (reading) {
            readOn(topic, reading);
            return List.copyOf(reading.found);
        }
    }

    /** What was read of a topic, and where to read on: a long topic is not read again by every look at it. */
    private static final class Reading {
        private final Map<TopicPartition, Long> next = new HashMap<>();
        private final List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    }

    private void readOn(String topic, Reading reading) {
        synchronized (consumer) {
            List<TopicPartition> partitions = partitionsOf(topic);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            partitions.forEach(partition -> consumer.seek(partition, reading.next.getOrDefault(partition, 0L)));
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    reading.found.add(record);
                    reading.next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
                });
            }
        }
    }

    /** Everything on a topic with this key, in order. */
    public List<OnTopic> about(String topic, Object key) {
        return records(topic).stream()
                .filter(record -> key.toString().equals(record.key()))
                .map(this::onTopic)
                .toList();
    }

    /** Looks at a topic from now on, without the thousands of records that other tests left before. */
    public Since since(String topic) {
        Reading reading = new Reading();
        reading.next.putAll(endsOf(topic));
        return new Since(topic, reading);
    }

    /** What came after a moment. */
    public final class Since {
        private final String topic;
        private final Reading reading;

        private Since(String topic, Reading reading) {
            this.topic = topic;
            this.reading = reading;
        }

        /** Everything since then with this key, in order. */
        public List<OnTopic> about(Object key) {
            synchronized (reading) {
                readOn(topic, reading);
                return reading.found.stream()
                        .filter(record -> key.toString().equals(record.key()))
                        .map(Events.this::onTopic)
                        .toList();
            }
        }
    }

    /** The records of a type on a topic, in order within a key. */
    public List<OnTopic> ofType(String topic, String type) {
        return all(topic).stream().filter(record -> type.equals(record.type())).toList();
    }

    /**
     * How many records of a topic a consumer group has not finished yet, as it told the broker.
     *
     * @param group without prefix, usually the name of the service
     */
    public long unconsumed(String topic, String group) {
        try {
            Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(prefix + group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, Long> ends = endsOf(topic);
            return ends.keySet().stream()
                    .mapToLong(partition -> {
                        OffsetAndMetadata reached = done.get(partition);
                        return ends.get(partition) - (reached == null ? 0 : reached.offset());
                    })
                    .sum();
        } catch (ExecutionException refused) {
            throw new AssertionError("Kafka does not tell the offsets of " + group, refused.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        admin.close(Duration.ofSeconds(1));
        synchronized (consumer) {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        }
    }

    void createTopics(String service) {
        List<String> dead = Stream.concat(SERVICES.stream(), Stream.of(service))
                .distinct()
                .map(Topics::dead)
                .toList();
        List<NewTopic> topics = new ArrayList<>();
        SERVICES.forEach(name -> topics.add(new NewTopic(prefix + "linli." + name, PARTITIONS, (short) 1)));
        dead.forEach(name -> topics.add(new NewTopic(prefix + name, 1, (short) 1)));
        topics.add(new NewTopic(prefix + Topics.CLOCK, 1, (short) 1));
        try {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException refused) {
            throw new IllegalStateException("Kafka does not create the test's topics", refused.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static Map<String, String> poisonHeaders(UUID id, String type) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id.toString());
        headers.put("ce_source", "/linli/test");
        headers.put("ce_type", type);
        headers.put("ce_subject", id.toString());
        headers.put("ce_time", Instant.now().toString());
        headers.put("ce_sequence", "1");
        return headers;
    }

    private OnTopic onTopic(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new OnTopic(
                record.topic().substring(prefix.length()),
                record.partition(),
                record.offset(),
                record.key(),
                headers,
                record.value());
    }

    private Map<TopicPartition, Long> endsOf(String topic) {
        synchronized (consumer) {
            return consumer.endOffsets(partitionsOf(topic));
        }
    }

    private List<TopicPartition> partitionsOf(String topic) {
        return consumer.partitionsFor(prefix + topic).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }
}
