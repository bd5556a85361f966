package org.linli.contracts.activity;

import static org.linli.contracts.DataClassification.DISTRICT;

import java.time.Instant;
import org.linli.contracts.Event;
import org.linli.contracts.EventType;

/**
 * What activity tells of its programme: activities from their publication on, and their sessions. Sealed, so that a
 * consumer answers every kind. Each record carries the complete state of its subject.
 */
public sealed interface ProgrammeEvent extends Event {

    /** An activity was published. Subject of all activity events: the activity. */
    @EventType(value = "linli.activity.activity.published.v1", classification = DISTRICT)
    record ActivityPublished(ActivityState activity) implements ProgrammeEvent {
        @Override
        public ActivityState state() {
            return activity;
        }
    }

    /** Something of a published activity was changed; what the state does not show are texts and places. */
    @EventType(value = "linli.activity.activity.changed.v1", classification = DISTRICT)
    record ActivityChanged(ActivityState activity) implements ProgrammeEvent {
        @Override
        public ActivityState state() {
            return activity;
        }
    }

    /** Nothing new will be scheduled. */
    @EventType(value = "linli.activity.activity.closed.v1", classification = DISTRICT)
    record ActivityClosed(ActivityState activity) implements ProgrammeEvent {
        @Override
        public ActivityState state() {
            return activity;
        }
    }

    /** Called off; each of its coming sessions tells so itself. The reason is in activity only. */
    @EventType(value = "linli.activity.activity.cancelled.v1", classification = DISTRICT)
    record ActivityCancelled(ActivityState activity) implements ProgrammeEvent {
        @Override
        public ActivityState state() {
            return activity;
        }
    }

    /** A session has a date. Subject of all session events: the session. */
    @EventType(value = "linli.activity.session.scheduled.v1", classification = DISTRICT)
    record SessionScheduled(SessionState session) implements ProgrammeEvent {
        @Override
        public SessionState state() {
            return session;
        }
    }

    /** A session has other times or another number of places than before. */
    @EventType(value = "linli.activity.session.changed.v1", classification = DISTRICT)
    record SessionChanged(SessionState session, Instant startsAtBefore, Instant endsAtBefore)
            implements ProgrammeEvent {
        @Override
        public SessionState state() {
            return session;
        }
    }

    /** A session does not take place. The reason is in activity only. */
    @EventType(value = "linli.activity.session.cancelled.v1", classification = DISTRICT)
    record SessionCancelled(SessionState session) implements ProgrammeEvent {
        @Override
        public SessionState state() {
            return session;
        }
    }
}
