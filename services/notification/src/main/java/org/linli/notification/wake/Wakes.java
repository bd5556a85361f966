package org.linli.notification.wake;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Wakes whoever waits on this replica when an inbox or a feed changed anywhere. What changed is the key of the event:
 * most of them change while nobody looks, so the events are not even parsed. A wake that is lost is made up by the
 * heartbeat of who waits.
 */
@ApplicationScoped
public class Wakes {
    private final Map<String, Set<MultiEmitter<? super String>>> bySubject = new ConcurrentHashMap<>();

    /** An item for every change of this account's inbox or this district's feed, from now on. */
    public Multi<String> of(Object subject) {
        String key = subject.toString();
        return Multi.createFrom()
                .<String>emitter(emitter -> {
                    bySubject.compute(key, (same, listening) -> {
                        Set<MultiEmitter<? super String>> all =
                                listening == null ? ConcurrentHashMap.newKeySet() : listening;
                        all.add(emitter);
                        return all;
                    });
                    emitter.onTermination(() -> forget(key, emitter));
                })
                .onOverflow()
                .dropPreviousItems();
    }

    @Incoming("changes")
    void changed(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            if (record.key() != null) {
                bySubject.getOrDefault(record.key(), Set.of()).forEach(emitter -> emitter.emit(record.key()));
            }
        }
    }

    private void forget(String key, MultiEmitter<? super String> emitter) {
        bySubject.computeIfPresent(key, (same, listening) -> {
            listening.remove(emitter);
            return listening.isEmpty() ? null : listening;
        });
    }
}
