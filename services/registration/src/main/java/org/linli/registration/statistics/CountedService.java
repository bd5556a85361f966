package org.linli.registration.statistics;

import java.time.LocalDate;
import java.util.UUID;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;
import org.linli.kit.event.Received;
import org.linli.kit.event.UnusableEvent;

/**
 * What an event says of an entry of service (志愿服务记录). All entries of one chain of corrections are one subject, and
 * only the newest of them can count.
 *
 * @param subject of the chain
 * @param day of the service, in Asia/Shanghai
 * @param minutes that count now; 0 if they do not
 */
record CountedService(UUID subject, UUID volunteerId, LocalDate day, int minutes) {
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2200;

    /** The entry an event tells of; null if it tells of something else. */
    static CountedService read(Received received) {
        ServiceRecordState state = received.state(ServiceRecordState.class);
        if (state == null) {
            return null;
        }
        if (state.volunteerId() == null || state.serviceDate() == null || state.status() == null) {
            throw new UnusableEvent("a service record without volunteer, day or status");
        }
        int year = state.serviceDate().getYear();
        if (state.minutes() < 0 || year < FIRST_YEAR || year > LAST_YEAR) {
            throw new UnusableEvent("a service record of a length or a year that nobody means");
        }
        int minutes = state.status() == RecordStatus.CONFIRMED ? state.minutes() : 0;
        return new CountedService(
                UUID.fromString(received.subject()), state.volunteerId(), state.serviceDate(), minutes);
    }
}
