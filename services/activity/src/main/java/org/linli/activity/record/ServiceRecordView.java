package org.linli.activity.record;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ServiceRecordState.Provenance;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;
import org.linli.kit.http.Versioned;

/**
 * A service record as it is shown: the fields of Order 67, art. 7. The name of the service is category and request or
 * session, its place the division (the address stays with the request), the organising body the team or the station.
 *
 * @param minutes length in whole minutes
 * @param serviceDate the day, Asia/Shanghai, on which it began
 * @param content what was done, beyond the category; null if the request says it
 * @param pointsMinutes how many of the minutes points rules count; what a correction added is not among them
 * @param evidence what proves a manual entry, or minutes that a correction added; null for others
 * @param proposedBy the account that brought the entry about
 * @param approvedBy second approver of a manual entry or of added minutes; null for others and before
 * @param personInCharge the account that confirmed or refused it; null before
 * @param objectedAt when the open objection was raised; null without one
 * @param decideBy the day by which it must be decided
 * @param correctsRecordId the entry whose place it took; null for an original
 */
record ServiceRecordView(
        UUID id,
        @JsonIgnore long version,
        RecordStatus status,
        Provenance provenance,
        UUID volunteerId,
        ServiceCategory category,
        UUID requestId,
        UUID sessionId,
        UUID checkInId,
        UUID teamId,
        UUID stationId,
        String division,
        LocalDate serviceDate,
        Instant startedAt,
        Instant endedAt,
        int minutes,
        boolean earnsPoints,
        int pointsMinutes,
        String content,
        String evidence,
        UUID proposedBy,
        Instant proposedAt,
        UUID approvedBy,
        Instant approvedAt,
        UUID personInCharge,
        Instant decidedAt,
        Instant objectedAt,
        LocalDate decideBy,
        UUID correctsRecordId)
        implements Versioned {}
