package org.linli.points.earning;

import java.util.UUID;
import org.linli.contracts.activity.ActivityEvent;
import org.linli.contracts.activity.ActivityEvent.RequestCompleted;
import org.linli.contracts.activity.ActivityEvent.RequestReviewed;
import org.linli.contracts.activity.ActivityEvent.ServiceRecordConfirmed;
import org.linli.contracts.activity.ActivityEvent.ServiceRecordCorrected;
import org.linli.contracts.activity.RequestState;
import org.linli.contracts.activity.ReviewSide;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.contracts.activity.ServiceRecordState.Provenance;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;
import org.linli.kit.event.Received;
import org.linli.kit.event.UnusableEvent;
import org.linli.kit.time.LinliClock;
import org.linli.points.rule.Naming;

/** Reads sources of points from events, and refuses what makes no sense before any SQL. */
final class Sources {
    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final int MOST_STARS = 5;

    private Sources() {}

    /** The source that an event tells of; null if it earns nobody anything. */
    static Source read(Received received) {
        if (!(received.event() instanceof ActivityEvent event)) {
            return null;
        }
        return switch (event) {
            case ServiceRecordConfirmed confirmed -> service(received, confirmed.serviceRecord());
            case ServiceRecordCorrected corrected -> service(received, corrected.serviceRecord());
            case RequestReviewed reviewed -> review(received, reviewed);
            case RequestCompleted completed -> completion(received, completed.request());
            case ActivityEvent.RequestSubmitted other -> null;
            case ActivityEvent.RequestVerified other -> null;
            case ActivityEvent.RequestRejected other -> null;
            case ActivityEvent.RequestDispatched other -> null;
            case ActivityEvent.RequestAccepted other -> null;
            case ActivityEvent.RequestDeclined other -> null;
            case ActivityEvent.RequestTimedOut other -> null;
            case ActivityEvent.RequestStarted other -> null;
            case ActivityEvent.RequestReopened other -> null;
            case ActivityEvent.RequestCancelled other -> null;
            case ActivityEvent.RequestEscalated other -> null;
            case ActivityEvent.CheckedIn other -> null;
            case ActivityEvent.CheckedOut other -> null;
            case ActivityEvent.ServiceRecordProposed other -> null;
            case ActivityEvent.ServiceRecordRefused other -> null;
            case ActivityEvent.ServiceRecordObjected other -> null;
            case ActivityEvent.ServiceRecordUpheld other -> null;
        };
    }

    private static Source service(Received received, ServiceRecordState state) {
        require(state, "service record");
        require(state.category(), "category");
        require(state.serviceDate(), "service date");
        // an imported record may sum up years; it earns nothing, so its length does not matter here
        boolean withinADay = state.minutes() <= MINUTES_OF_A_DAY || state.provenance() == Provenance.IMPORTED;
        if (state.minutes() < 0 || !withinADay) {
            throw new UnusableEvent("minutes of a service record are not within a day");
        }
        return new Source.Service(
                received.id(),
                received.type(),
                required(state.recordId(), "record id"),
                required(state.volunteerId(), "volunteer id"),
                state.category(),
                pointsMinutes(state),
                state.serviceDate(),
                state.earnsPoints()
                        && state.status() == RecordStatus.CONFIRMED
                        && state.provenance() != Provenance.IMPORTED,
                state.correctsRecordId(),
                new Naming(state.activityId(), state.projectId()));
    }

    /** What a correction added counts as service, and earns nothing. */
    private static int pointsMinutes(ServiceRecordState state) {
        if (state.pointsMinutes() == null) {
            return state.minutes();
        }
        if (state.pointsMinutes() < 0 || state.pointsMinutes() > state.minutes()) {
            throw new UnusableEvent("minutes that earn points are not among those of the service record");
        }
        return state.pointsMinutes();
    }

    private static Source review(Received received, RequestReviewed reviewed) {
        RequestState state = reviewed.request();
        require(state, "request");
        if (reviewed.by() != ReviewSide.RECIPIENT || state.volunteerId() == null) {
            return null;
        }
        if (reviewed.stars() < 1 || reviewed.stars() > MOST_STARS || state.round() < 1) {
            throw new UnusableEvent("stars or round of a review are out of range");
        }
        require(state.category(), "category");
        return new Source.Review(
                received.id(),
                received.type(),
                required(state.requestId(), "request id"),
                state.volunteerId(),
                state.category(),
                reviewed.stars(),
                state.round(),
                LinliClock.dayOf(received.time()));
    }

    private static Source completion(Received received, RequestState state) {
        require(state, "request");
        // an order that was opened again and done again is still one order: it earns once
        if (state.volunteerId() == null || state.round() > 1) {
            return null;
        }
        require(state.category(), "category");
        return new Source.Completion(
                received.id(),
                received.type(),
                required(state.requestId(), "request id"),
                state.volunteerId(),
                state.category(),
                LinliClock.dayOf(received.time()));
    }

    private static UUID required(UUID id, String name) {
        require(id, name);
        return id;
    }

    private static void require(Object value, String name) {
        if (value == null) {
            throw new UnusableEvent("without " + name);
        }
    }
}
