package org.linli.notification.inbox;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.linli.contracts.notification.NotificationEvent.InboxChanged;
import org.linli.kit.event.EventCodec;

/**
 * Wakes the streams of this replica when an inbox changed anywhere. A wake that is lost is made up by the heartbeat.
 */
@ApplicationScoped
class Wakes {
    private final Map<UUID, Set<MultiEmitter<? super UUID>>> byAccount = new ConcurrentHashMap<>();

    /** An item for every change of this account's inbox, from now on. */
    Multi<UUID> of(UUID account) {
        return Multi.createFrom()
                .<UUID>emitter(emitter -> {
                    byAccount.compute(account, (id, listening) -> {
                        Set<MultiEmitter<? super UUID>> all =
                                listening == null ? ConcurrentHashMap.newKeySet() : listening;
                        all.add(emitter);
                        return all;
                    });
                    emitter.onTermination(() -> forget(account, emitter));
                })
                .onOverflow()
                .dropPreviousItems();
    }

    @Incoming("inbox-changes")
    void changed(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            if (!isListenedTo(record.key())) {
                continue;
            }
            try {
                if (EventCodec.read(record.headers(), record.value()).event() instanceof InboxChanged change) {
                    byAccount
                            .getOrDefault(change.accountId(), Set.of())
                            .forEach(emitter -> emitter.emit(change.accountId()));
                }
            } catch (EventCodec.UnreadableEvent unreadable) {
                // the topic is our own; whatever this is, no stream waits for it
                continue;
            }
        }
    }

    /** The key is the account. Most inboxes change while nobody looks: their events are not even parsed. */
    private boolean isListenedTo(String key) {
        try {
            return key != null && byAccount.containsKey(UUID.fromString(key));
        } catch (IllegalArgumentException noAccount) {
            return false;
        }
    }

    private void forget(UUID account, MultiEmitter<? super UUID> emitter) {
        byAccount.computeIfPresent(account, (id, listening) -> {
            listening.remove(emitter);
            return listening.isEmpty() ? null : listening;
        });
    }
}
