package org.linli.kit.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.smallrye.health.api.Wellness;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.linli.kit.event.Streams;

/** Do the incoming streams move? Shows each one's lag, and since when and why one stands still. */
@Wellness
@ApplicationScoped
class StreamHealth implements HealthCheck {
    private static final Duration TOO_LONG = Duration.ofSeconds(10);

    private final Streams streams;
    private final KafkaClientService kafka;
    private final MeterRegistry meters;

    @Inject
    StreamHealth(Streams streams, KafkaClientService kafka, MeterRegistry meters) {
        this.streams = streams;
        this.kafka = kafka;
        this.meters = meters;
    }

    void publishLag(@Observes io.quarkus.runtime.StartupEvent event) {
        for (String channel : kafka.getConsumerChannels()) {
            meters.gauge("linli.events.lag", Tags.of("channel", channel), kafka, service -> lag(channel));
        }
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("streams");
        boolean moving = true;
        for (String channel : kafka.getConsumerChannels()) {
            double lag = lag(channel);
            answer.withData(channel + ".lag", lag < 0 ? "unknown" : Long.toString((long) lag));
            if (metric(channel, "connection-count") < 1) {
                answer.withData(channel + ".cause", "no connection to Kafka");
                moving = false;
            }
        }
        for (Map.Entry<String, Streams.State> stream : streams.all().entrySet()) {
            Duration stalled = stream.getValue().stalledFor(Instant.now());
            if (!stalled.isZero()) {
                answer.withData(stream.getKey() + ".stalledSeconds", stalled.toSeconds());
                answer.withData(stream.getKey() + ".cause", stream.getValue().cause());
            }
            moving &= stalled.compareTo(TOO_LONG) < 0;
        }
        return answer.status(moving).build();
    }

    /** Records behind the end of the topic, over all assigned partitions; -1 while unknown. */
    private double lag(String channel) {
        return metric(channel, "records-lag-max");
    }

    /** A metric of the consumer itself (not of one topic or broker); -1 if it has none, or is gone. */
    private double metric(String channel, String name) {
        KafkaConsumer<Object, Object> consumer = kafka.getConsumer(channel);
        if (consumer == null) {
            return -1;
        }
        return consumer.unwrap().metrics().values().stream()
                .filter(metric -> name.equals(metric.metricName().name()))
                .filter(metric -> metric.metricName().tags().size() == 1)
                .mapToDouble(metric -> metric.metricValue() instanceof Double value && !value.isNaN() ? value : 0)
                .max()
                .orElse(-1);
    }
}
