package org.linli.activity.checkin;

import java.util.UUID;
import org.linli.activity.record.Served;
import org.linli.activity.request.Assignment;
import org.linli.activity.signup.SessionTerms;

/**
 * Where somebody may be present: at an order or at a session; exactly one of the two.
 *
 * @param requestId the order; null for a session
 * @param sessionId the session; null for an order
 * @param served what is served there
 * @param volunteerId who took the order; null for a session, to which many come
 * @param recipientId who is helped; null for a session
 * @param place where it is; null if not known
 */
record Occasion(UUID requestId, UUID sessionId, Served served, UUID volunteerId, UUID recipientId, Position place) {
    Occasion {
        if ((requestId == null) == (sessionId == null)) {
            throw new IllegalArgumentException("presence is at an order or at a session");
        }
    }

    static Occasion of(Assignment order) {
        return new Occasion(
                order.requestId(),
                null,
                new Served(order.teamId(), order.stationId(), order.division(), order.category(), null, null),
                order.volunteerId(),
                order.recipientId(),
                Position.of(order.longitude(), order.latitude()));
    }

    static Occasion of(SessionTerms session) {
        return new Occasion(
                null,
                session.sessionId(),
                new Served(
                        session.teamId(),
                        session.stationId(),
                        session.division(),
                        session.category(),
                        session.activityId(),
                        session.projectId()),
                null,
                null,
                new Position(session.longitude(), session.latitude()));
    }

    /** The order or the session. */
    UUID id() {
        return requestId == null ? sessionId : requestId;
    }
}
