package org.linli.contracts.notification;

import java.util.UUID;
import org.linli.contracts.Event;
import org.linli.contracts.EventType;
import org.linli.contracts.Inside;

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
    record InboxChanged(@Inside UUID accountId, long headSequence, int unread) implements NotificationEvent {
        @Override
        public InboxChanged state() {
            return this;
        }
    }

    /**
     * The feed of a district has new events; wakes whoever waits for them, in every replica. Subject: the district.
     *
     * @param district six digits
     * @param feedSequence number of the newest event
     */
    @EventType("linli.notification.feed.grown.v1")
    record FeedGrown(String district, long feedSequence) implements NotificationEvent {
        @Override
        public FeedGrown state() {
            return this;
        }
    }
}
