package org.linli.cli.fault;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.linli.cli.Refusal;
import org.linli.cli.Waiting;

/** What Kafka knows of the services' consumer groups; asked directly, past the wires. */
final class Groups implements AutoCloseable {
    private static final int ANSWER_SECONDS = 5;
    private static final Duration LOOK = Duration.ofMillis(5);

    private final Admin admin;

    Groups(String bootstrapServers) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                // a broker that comes back is found at once
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                "200"));
    }

    /** Waits for the moment in which a group divides its partitions anew; answers whether there was one. */
    boolean awaitRebalance(String group, Duration patience) {
        return Waiting.until(() -> isRebalancing(group), patience, LOOK);
    }

    private boolean isRebalancing(String group) {
        try {
            GroupState state = admin.describeConsumerGroups(List.of(group))
                    .describedGroups()
                    .get(group)
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .groupState();
            return state == GroupState.PREPARING_REBALANCE || state == GroupState.COMPLETING_REBALANCE;
        } catch (ExecutionException | TimeoutException away) {
            return false;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        }
    }

    /** How many records of its topics a group has not read; where it never said how far, all of them. */
    long behind(String group) {
        try {
            Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS);
            return ends(partitionsOf(read.keySet())).entrySet().stream()
                    .mapToLong(end -> end.getValue() - offset(read.get(end.getKey())))
                    .sum();
        } catch (ExecutionException | TimeoutException away) {
            return Long.MAX_VALUE;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        }
    }

    private static long offset(OffsetAndMetadata read) {
        return read == null ? 0 : read.offset();
    }

    /** All partitions of the topics of which some are named. */
    private Set<TopicPartition> partitionsOf(Set<TopicPartition> some)
            throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> topics = some.stream().map(TopicPartition::topic).collect(Collectors.toSet());
        return admin.describeTopics(topics).allTopicNames().get(ANSWER_SECONDS, TimeUnit.SECONDS).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
    }

    /** How many records a topic of one partition has. */
    long records(String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        try {
            return ends(Set.of(partition)).get(partition);
        } catch (ExecutionException | TimeoutException away) {
            throw new Refusal("Kafka did not tell the end of " + topic + ".");
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        }
    }

    private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                admin.listOffsets(asked).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        Map<TopicPartition, Long> ends = new HashMap<>();
        found.forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(ANSWER_SECONDS));
    }
}
