package org.linli.kit.event;

import java.util.List;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Event;

/**
 * Something that happened to one subject, on its way to the outbox.
 *
 * @param subject id of the aggregate whose row is locked; also the Kafka key
 * @param sequence counts per subject, from 1; consumers apply only a newer one
 * @param division where it happened; null for city-level facts
 * @param districts six-digit codes of all districts concerned, ascending; empty for city-level facts
 * @param causation id of the event that caused it; null if a person did
 * @param event what happened
 */
public record Fact(
        String subject, long sequence, DivisionCode division, List<String> districts, UUID causation, Event event) {
    public Fact {
        districts = districts.stream().distinct().sorted().toList();
    }

    /** A fact in one division, caused by a person. */
    public static Fact of(Object subject, long sequence, DivisionCode division, Event event) {
        List<String> districts = division == null ? List.of() : List.of(division.district());
        return new Fact(subject.toString(), sequence, division, districts, null, event);
    }

    /** The same fact, caused by another event. */
    public Fact causedBy(UUID cause) {
        return new Fact(subject, sequence, division, districts, cause, event);
    }

    /** The same fact, concerning other districts too. */
    public Fact concerning(List<String> all) {
        return new Fact(subject, sequence, division, all, causation, event);
    }
}
