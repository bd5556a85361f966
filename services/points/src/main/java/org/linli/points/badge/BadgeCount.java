package org.linli.points.badge;

import java.util.UUID;
import org.linli.contracts.activity.ActivityEvent.RequestReviewed;
import org.linli.contracts.activity.ReviewSide;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.contracts.activity.ServiceRecordState.Provenance;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;
import org.linli.kit.event.Received;
import org.linli.kit.event.UnusableEvent;

/** What an event brings towards badges. Sealed, so that a new kind is counted in every place that counts. */
sealed interface BadgeCount {
    /** What it is about: a chain of records, or a request. */
    UUID subject();

    UUID volunteerId();

    /** A chain of corrections is one record; {@code minutes} is 0 while it does not count. */
    record Served(UUID subject, UUID volunteerId, int minutes) implements BadgeCount {}

    /** A review by the recipient, one to five stars. */
    record Reviewed(UUID subject, UUID volunteerId, int stars) implements BadgeCount {}

    /** The record an event tells of; null if it tells of something else. */
    static Served served(Received received) {
        ServiceRecordState state = received.state(ServiceRecordState.class);
        if (state == null) {
            return null;
        }
        if (state.volunteerId() == null || state.minutes() < 0) {
            throw new UnusableEvent("a service record without volunteer or length");
        }
        boolean counts = state.status() == RecordStatus.CONFIRMED && state.provenance() != Provenance.IMPORTED;
        return new Served(UUID.fromString(received.subject()), state.volunteerId(), counts ? state.minutes() : 0);
    }

    /** The review by a recipient that an event tells of; null if it tells of something else. */
    static Reviewed reviewed(Received received) {
        boolean tells = received.event() instanceof RequestReviewed review
                && review.by() == ReviewSide.RECIPIENT
                && review.request() != null
                && review.request().volunteerId() != null;
        if (!tells) {
            return null;
        }
        RequestReviewed review = (RequestReviewed) received.event();
        return new Reviewed(
                UUID.fromString(received.subject()), review.request().volunteerId(), review.stars());
    }
}
