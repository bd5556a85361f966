package org.linli.registration.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ActivityEvent;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.contracts.activity.ServiceRecordState.Provenance;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;
import org.linli.kit.event.Received;
import org.linli.kit.event.UnusableEvent;

@DisplayName("What an event says about hours")
class CountedServiceTest {
    private static final UUID SUBJECT = UUID.randomUUID();
    private static final UUID VOLUNTEER = UUID.randomUUID();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @EnumSource(RecordStatus.class)
    void isThatOnlyAConfirmedEntryCounts(RecordStatus status) {
        CountedService read = CountedService.read(told(state(VOLUNTEER, DAY, status, 90)));

        int expected = status == RecordStatus.CONFIRMED ? 90 : 0;
        assertThat(read).isEqualTo(new CountedService(SUBJECT, VOLUNTEER, DAY, expected));
    }

    @Test
    void isUnusableWithoutAVolunteerADayOrASaneLength() {
        assertUnusable(state(null, DAY, RecordStatus.CONFIRMED, 90));
        assertUnusable(state(VOLUNTEER, null, RecordStatus.CONFIRMED, 90));
        assertUnusable(state(VOLUNTEER, DAY, null, 90));
        assertUnusable(state(VOLUNTEER, DAY, RecordStatus.CONFIRMED, -1));
        assertUnusable(state(VOLUNTEER, DAY.withYear(12026), RecordStatus.CONFIRMED, 90));
    }

    private static void assertUnusable(ServiceRecordState state) {
        assertThatThrownBy(() -> CountedService.read(told(state))).isInstanceOf(UnusableEvent.class);
    }

    private static Received told(ServiceRecordState state) {
        ActivityEvent event = new ActivityEvent.ServiceRecordConfirmed(state);
        return new Received(UUID.randomUUID(), "type", SUBJECT.toString(), 2, null, Instant.now(), event);
    }

    private static ServiceRecordState state(UUID volunteer, LocalDate day, RecordStatus status, int minutes) {
        return new ServiceRecordState(
                UUID.randomUUID(),
                volunteer,
                null,
                null,
                null,
                "530103005005",
                ServiceCategory.MEALS,
                Provenance.MANUAL,
                status,
                minutes,
                day,
                null,
                null,
                true,
                null,
                null);
    }
}
