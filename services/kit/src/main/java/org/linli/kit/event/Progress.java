package org.linli.kit.event;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Tells Kafka how far a consumer has read, without waiting for the answer, as the connector's own strategy
 * {@code latest}. But what Kafka did not take, since it was away or the group was dividing its partitions, is told
 * again: otherwise it would stand as unread until the next record comes, and be read once more after a restart.
 */
final class Progress implements KafkaCommitHandler {
    private static final Logger LOG = Logger.getLogger(Progress.class);
    private static final Duration LAST_PAUSE = Duration.ofSeconds(5);

    private final KafkaConsumer<?, ?> consumer;
    private final Duration firstPause;
    private final Map<TopicPartition, Long> read = new ConcurrentHashMap<>();

    Progress(KafkaConsumer<?, ?> consumer, Duration firstPause) {
        this.consumer = consumer;
        this.firstPause = firstPause;
    }

    /** The strategy by its name in the configuration. */
    @ApplicationScoped
    @Identifier("told-again")
    static class Factory implements KafkaCommitHandler.Factory {
        private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

        @Override
        public KafkaCommitHandler create(
                KafkaConnectorIncomingConfiguration configuration,
                Vertx vertx,
                KafkaConsumer<?, ?> consumer,
                BiConsumer<Throwable, Boolean> reportFailure) {
            return new Progress(consumer, FIRST_PAUSE);
        }
    }

    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> last) {
        readUpTo(new TopicPartition(last.getTopic(), last.getPartition()), last.getOffset() + 1);
        return Uni.createFrom().voidItem().runSubscriptionOn(last::runOnMessageContext);
    }

    /** @param next the first offset that was not read */
    void readUpTo(TopicPartition partition, long next) {
        if (read.merge(partition, next, Math::max) == next) {
            Uni.createFrom()
                    .deferred(() -> told(partition, next))
                    .onFailure(failure -> isNewest(partition, next))
                    .retry()
                    .withBackOff(firstPause, LAST_PAUSE)
                    .indefinitely()
                    .subscribeAsCompletionStage();
        }
    }

    private Uni<Void> told(TopicPartition partition, long next) {
        return isNewest(partition, next)
                ? consumer.commitAsync(Map.of(partition, new OffsetAndMetadata(next)))
                        .onFailure()
                        .invoke(failure -> LOG.infof("Kafka did not hear %s@%d: %s", partition, next, failure))
                : Uni.createFrom().voidItem();
    }

    /** Whether nothing newer is told of it, and the partition is still ours. */
    private boolean isNewest(TopicPartition partition, long next) {
        return Long.valueOf(next).equals(read.get(partition));
    }

    @Override
    public void partitionsRevoked(Collection<TopicPartition> gone) {
        gone.forEach(read::remove);
    }
}
