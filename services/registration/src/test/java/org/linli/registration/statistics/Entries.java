package org.linli.registration.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ActivityEvent;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.contracts.activity.ServiceRecordState.Provenance;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;
import org.linli.kit.event.Fact;
import org.linli.kit.test.Surroundings;

/** Entries of service as activity tells of them. */
record Entries(Surroundings surroundings) {
    private static final DivisionCode SOMEWHERE = new DivisionCode("530103005005");

    /** Something happened to a chain of entries. */
    static Fact fact(UUID subject, long sequence, UUID volunteer, LocalDate day, RecordStatus status, int minutes) {
        ServiceRecordState state = new ServiceRecordState(
                subject,
                volunteer,
                null,
                null,
                null,
                SOMEWHERE.value(),
                ServiceCategory.MEALS,
                Provenance.LEADER_CONFIRMED,
                status,
                minutes,
                day,
                null,
                null,
                true,
                null,
                null);
        ActivityEvent event = switch (status) {
            case PROPOSED -> new ActivityEvent.ServiceRecordProposed(state);
            case CONFIRMED -> new ActivityEvent.ServiceRecordConfirmed(state);
            case REFUSED -> new ActivityEvent.ServiceRecordRefused(state);
            case REPLACED -> new ActivityEvent.ServiceRecordCorrected(state, 0);
        };
        return Fact.of(subject, sequence, SOMEWHERE, event);
    }

    /** Hours are confirmed; answers the subject. */
    UUID confirmed(UUID volunteer, LocalDate day, int minutes) {
        UUID subject = UUID.randomUUID();
        surroundings.events().publish("activity", fact(subject, 2, volunteer, day, RecordStatus.CONFIRMED, minutes));
        return subject;
    }

    /** Waits until everything told is counted. */
    void awaitCounted() {
        await().untilAsserted(
                        () -> assertThat(surroundings.events().unconsumed("linli.activity", surroundings.service()))
                                .isZero());
    }
}
