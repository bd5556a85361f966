package org.linli.contracts.notification;

import java.util.UUID;
import org.linli.contracts.Event;
import org.linli.contracts.EventType;

/** What notification tells. Sealed, so that a consumer answers every kind. */
public sealed interface NotificationEvent extends Event {

    /**
     * An inbox changed; wakes the streams of every replica. Subject: the account.
     *
     * @param accountId whose inbox
     * @param headSequence number of the newest row
     * @param unread how many rows are unread
     */
    @EventType("linli.notification.inbox.changed.v1")
    record InboxChanged(UUID accountId, long headSequence, int unread) implements NotificationEvent {
        @Override
        public InboxChanged state() {
            return this;
        }
    }
}
