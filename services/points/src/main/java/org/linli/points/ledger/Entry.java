package org.linli.points.ledger;

import java.util.UUID;
import org.linli.kit.Ids;

/**
 * One act (记账凭证): all its postings share the id.
 *
 * @param id of the act; the id of the event that caused it, if one did
 * @param causation that event; null if a person did it
 */
public record Entry(UUID id, UUID causation) {
    /** What an event caused. */
    public static Entry causedBy(UUID eventId) {
        return new Entry(eventId, eventId);
    }

    /** What a person did. */
    public static Entry byPerson() {
        return new Entry(Ids.next(), null);
    }
}
