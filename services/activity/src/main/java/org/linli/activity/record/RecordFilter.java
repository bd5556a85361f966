package org.linli.activity.record;

import java.time.LocalDate;
import java.util.UUID;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;

/**
 * Which records are wanted; null means any.
 *
 * @param volunteerId whose
 * @param requestId of which order
 * @param sessionId of which session
 * @param divisionPrefix digits that the division begins with
 * @param status where they stand
 * @param from first day of service
 * @param to last day of service
 */
record RecordFilter(
        UUID volunteerId,
        UUID requestId,
        UUID sessionId,
        String divisionPrefix,
        RecordStatus status,
        LocalDate from,
        LocalDate to) {}
