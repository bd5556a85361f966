package org.linli.kit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How far a consumer has read")
class ProgressTest {
    private static final TopicPartition HERE = new TopicPartition("linli.registration", 0);

    private final List<Long> asked = new CopyOnWriteArrayList<>();
    private final List<Long> heard = new CopyOnWriteArrayList<>();
    private volatile boolean dividing;
    private final Progress progress = new Progress(kafka(), Duration.ofMillis(5));

    @Test
    void isToldOnce() {
        progress.readUpTo(HERE, 7);
        progress.readUpTo(HERE, 9);

        assertThat(heard).containsExactly(7L, 9L);
        assertThat(asked).containsExactly(7L, 9L);
    }

    @Test
    void isToldAgainUntilKafkaHasHeard() {
        dividing = true;
        progress.readUpTo(HERE, 7);
        await().until(() -> asked.size() > 2);
        dividing = false;

        await().untilAsserted(() -> assertThat(heard).containsExactly(7L));
    }

    @Test
    void isNotToldOfAnOlderOffsetOnceANewerOneIsRead() {
        dividing = true;
        progress.readUpTo(HERE, 7);
        progress.readUpTo(HERE, 9);
        await().until(() -> asked.stream().filter(offset -> offset == 9).count() > 2);
        dividing = false;

        await().until(() -> !heard.isEmpty());
        assertThat(heard).containsExactly(9L);
    }

    @Test
    void isNobodysBusinessWhenThePartitionIsAnothers() {
        dividing = true;
        progress.readUpTo(HERE, 7);
        await().until(() -> asked.size() > 1);
        progress.partitionsRevoked(List.of(HERE));
        dividing = false;
        progress.readUpTo(new TopicPartition("linli.registration", 1), 3);

        await().during(Duration.ofMillis(100)).atMost(Duration.ofSeconds(2)).until(() -> heard.equals(List.of(3L)));
    }

    /** Kafka as far as offsets are told to it. */
    private KafkaConsumer<?, ?> kafka() {
        return (KafkaConsumer<?, ?>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {KafkaConsumer.class}, (self, method, arguments) -> {
                    if (!method.getName().equals("commitAsync")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return told(((Map<?, ?>) arguments[0]).values().iterator().next());
                });
    }

    private Uni<Void> told(Object position) {
        long offset = ((OffsetAndMetadata) position).offset();
        asked.add(offset);
        if (dividing) {
            return Uni.createFrom().failure(new RebalanceInProgressException());
        }
        heard.add(offset);
        return Uni.createFrom().voidItem();
    }
}
