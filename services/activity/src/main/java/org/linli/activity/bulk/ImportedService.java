package org.linli.activity.bulk;

import java.time.LocalDate;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ServiceRecordState;
import org.linli.contracts.activity.ServiceRecordState.Provenance;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;

/**
 * A row that may be counted.
 *
 * @param position where it stands in the batch, from 0
 * @param recordId id of the record that it becomes if it is new
 * @param reference what the source calls it
 * @param volunteerId whose hours
 * @param division community
 * @param category kind of service
 * @param minutes how long, whole minutes; an imported record may sum up years
 * @param servedOn the day to which it is counted
 */
record ImportedService(
        int position,
        UUID recordId,
        String reference,
        UUID volunteerId,
        DivisionCode division,
        ServiceCategory category,
        int minutes,
        LocalDate servedOn) {

    /** The record it becomes: counted at once, without times, without points. */
    ServiceRecordState state() {
        return new ServiceRecordState(
                recordId,
                volunteerId,
                null,
                null,
                null,
                division.value(),
                category,
                Provenance.IMPORTED,
                RecordStatus.CONFIRMED,
                minutes,
                servedOn,
                null,
                null,
                false,
                null,
                null);
    }
}
