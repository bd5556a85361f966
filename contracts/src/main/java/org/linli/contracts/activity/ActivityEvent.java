package org.linli.contracts.activity;

import static org.linli.contracts.DataClassification.DISTRICT;

import java.util.UUID;
import org.linli.contracts.Event;
import org.linli.contracts.EventType;

/**
 * What activity tells: requests on their way, presence, service records. Sealed, so that a consumer answers every kind.
 * Each record carries the complete state of its subject.
 */
public sealed interface ActivityEvent extends Event {

    /** A resident ordered help (点单). Subject of all request events: the request. */
    @EventType(value = "linli.activity.request.submitted.v1", classification = DISTRICT)
    record RequestSubmitted(RequestState request) implements ActivityEvent {
        @Override
        public RequestState state() {
            return request;
        }
    }

    /** The station checked the order. */
    @EventType(value = "linli.activity.request.verified.v1", classification = DISTRICT)
    record RequestVerified(RequestState request) implements ActivityEvent {
        @Override
        public RequestState state() {
            return request;
        }
    }

    /** The station refused the order; the reason is in activity only. */
    @EventType(value = "linli.activity.request.rejected.v1", classification = DISTRICT)
    record RequestRejected(RequestState request) implements ActivityEvent {
        @Override
        public RequestState state() {
            return request;
        }
    }

    /** The order was offered to a volunteer or a team (派单). */
    @EventType(value = "linli.activity.request.dispatched.v1", classification = DISTRICT)
    record RequestDispatched(RequestState request) implements ActivityEvent {
        @Override
        public RequestState state() {
            return request;
        }
    }

    /** A volunteer took the order (接单). */
    @EventType(value = "linli.activity.request.accepted.v1", classification = DISTRICT)
    record RequestAccepted(RequestState request) implements ActivityEvent {
        @Override
        public RequestState state() {
            return request;
        }
    }

    /** The volunteer (or team) declined; the order is back in the pool. */
    @EventType(value = "linli.activity.request.declined.v1", classification = DISTRICT)
    record RequestDeclined(RequestState request, UUID declinedBy) implements ActivityEvent {
        @Override
        public RequestState state() {
            return request;
        }
    }

    /** Nobody answered in time; the order is back in the pool. */
    @EventType(value = "linli.activity.request.timed-out.v1", classification = DISTRICT)
    record RequestTimedOut(RequestState request, UUID offeredTo) implements ActivityEvent {
        @Override
        public RequestState state() {
            return request;
        }
    }

    /** The volunteer began. */
    @EventType(value = "linli.activity.request.started.v1", classification = DISTRICT)
    record RequestStarted(RequestState request) implements ActivityEvent {
        @Override
        public RequestState state() {
            return request;
        }
    }

    /** The work is done. */
    @EventType(value = "linli.activity.request.completed.v1", classification = DISTRICT)
    record RequestCompleted(RequestState request) implements ActivityEvent {
        @Override
        public RequestState state() {
            return request;
        }
    }

    /** One side reviewed the other (评单): 1 to 5 stars, the text stays in activity. */
    @EventType(value = "linli.activity.request.reviewed.v1", classification = DISTRICT)
    record RequestReviewed(RequestState request, ReviewSide by, int stars) implements ActivityEvent {
        @Override
        public RequestState state() {
            return request;
        }
    }

    /** A bad review opened the order again. */
    @EventType(value = "linli.activity.request.reopened.v1", classification = DISTRICT)
    record RequestReopened(RequestState request) implements ActivityEvent {
        @Override
        public RequestState state() {
            return request;
        }
    }

    /** The order was withdrawn. */
    @EventType(value = "linli.activity.request.cancelled.v1", classification = DISTRICT)
    record RequestCancelled(RequestState request) implements ActivityEvent {
        @Override
        public RequestState state() {
            return request;
        }
    }

    /** The order waited too long and was shown to the next level. */
    @EventType(value = "linli.activity.request.escalated.v1", classification = DISTRICT)
    record RequestEscalated(RequestState request, int level) implements ActivityEvent {
        @Override
        public RequestState state() {
            return request;
        }
    }

    /** A volunteer checked in. Subject: the check-in pair. */
    @EventType(value = "linli.activity.check-in.arrived.v1", classification = DISTRICT)
    record CheckedIn(PresenceState presence) implements ActivityEvent {
        @Override
        public PresenceState state() {
            return presence;
        }
    }

    /** The volunteer checked out. */
    @EventType(value = "linli.activity.check-in.left.v1", classification = DISTRICT)
    record CheckedOut(PresenceState presence) implements ActivityEvent {
        @Override
        public PresenceState state() {
            return presence;
        }
    }

    /** Hours were proposed; they do not count yet. Subject of all record events: the record. */
    @EventType(value = "linli.activity.service-record.proposed.v1", classification = DISTRICT)
    record ServiceRecordProposed(ServiceRecordState serviceRecord) implements ActivityEvent {
        @Override
        public ServiceRecordState state() {
            return serviceRecord;
        }
    }

    /** Hours were confirmed: from now on they count. */
    @EventType(value = "linli.activity.service-record.confirmed.v1", classification = DISTRICT)
    record ServiceRecordConfirmed(ServiceRecordState serviceRecord) implements ActivityEvent {
        @Override
        public ServiceRecordState state() {
            return serviceRecord;
        }
    }

    /** Proposed hours were refused. */
    @EventType(value = "linli.activity.service-record.refused.v1", classification = DISTRICT)
    record ServiceRecordRefused(ServiceRecordState serviceRecord) implements ActivityEvent {
        @Override
        public ServiceRecordState state() {
            return serviceRecord;
        }
    }

    /** The volunteer objected to a record. */
    @EventType("linli.activity.service-record.objected.v1")
    record ServiceRecordObjected(ServiceRecordState serviceRecord) implements ActivityEvent {
        @Override
        public ServiceRecordState state() {
            return serviceRecord;
        }
    }

    /** An objection was decided without a change. */
    @EventType("linli.activity.service-record.upheld.v1")
    record ServiceRecordUpheld(ServiceRecordState serviceRecord) implements ActivityEvent {
        @Override
        public ServiceRecordState state() {
            return serviceRecord;
        }
    }

    /** A counted record was replaced: the state is the new entry, {@code correctsRecordId} names the old one. */
    @EventType(value = "linli.activity.service-record.corrected.v1", classification = DISTRICT)
    record ServiceRecordCorrected(ServiceRecordState serviceRecord, int minutesBefore) implements ActivityEvent {
        @Override
        public ServiceRecordState state() {
            return serviceRecord;
        }
    }
}
