package org.linli.notification.feed;

import java.util.List;
import org.linli.contracts.activity.RequestState;
import org.linli.contracts.registration.DivisionState;
import org.linli.contracts.registration.StationState;
import org.linli.contracts.registration.TeamState;
import org.linli.kit.event.Received;

/**
 * Something of which a newcomer is told how it stands, before events tell how it changes.
 *
 * @param kind what it is
 * @param subject its id, the subject of its events
 * @param districts in whose snapshots it stands
 * @param state as it may leave, in JSON; null once it is over
 */
record Reference(Kind kind, String subject, List<String> districts, String state) {
    Reference {
        districts = List.copyOf(districts);
    }

    /** What there is, in the order of a snapshot: each only names what stands before it. */
    enum Kind {
        DIVISION("divisions"),
        STATION("stations"),
        TEAM("teams"),
        REQUEST("requests");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Its name in a snapshot. */
        String label() {
            return label;
        }
    }

    /** What an event tells of such a thing; null if of nothing, or of nothing that districts receive. */
    static Reference of(Received event) {
        return OutsideEvent.isOutside(event)
                ? switch (event.event().state()) {
                    case DivisionState division -> of(Kind.DIVISION, event, division);
                    case StationState station -> of(Kind.STATION, event, station);
                    case TeamState team -> of(Kind.TEAM, event, team);
                    case RequestState request -> of(Kind.REQUEST, event, isOpen(request) ? request : null);
                    default -> null;
                }
                : null;
    }

    /** What tells it from all others. */
    String key() {
        return kind + " " + subject;
    }

    private static Reference of(Kind kind, Received event, Object state) {
        return new Reference(
                kind, event.subject(), OutsideEvent.districts(event), state == null ? null : OutsideEvent.json(state));
    }

    private static boolean isOpen(RequestState request) {
        return switch (request.status()) {
            case SUBMITTED, VERIFIED, DISPATCHED, ACCEPTED, IN_SERVICE -> true;
            case REJECTED, COMPLETED, CANCELLED -> false;
        };
    }
}
