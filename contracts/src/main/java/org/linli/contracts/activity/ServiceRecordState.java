package org.linli.contracts.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.linli.contracts.ServiceCategory;

/**
 * A record of service as it stands (Order 67, art. 7, without names).
 *
 * @param recordId the record
 * @param volunteerId whose hours
 * @param requestId the order served; null at a session, and for manual and imported ones
 * @param sessionId the session attended; null at an order, and for manual and imported ones
 * @param teamId the team served for; null without one
 * @param stationId the station; null without one
 * @param division community, 12 digits
 * @param category kind of service
 * @param provenance how it came about
 * @param status whether it counts
 * @param minutes length in whole minutes
 * @param serviceDate the day, Asia/Shanghai
 * @param startedAt begin; null for imported ones
 * @param endedAt end; null for imported ones
 * @param earnsPoints whether points rules apply (manual and imported ones: no, by default)
 * @param pointsMinutes how many of the minutes points rules count: fewer than all where a correction added some that no
 *     code or list proved; null if all of them (as in events from before there was this field)
 * @param correctsRecordId the record this one replaces; null for an original
 * @param activityId the activity of the session; null without one
 * @param projectId the project of the library that the activity was held for; null without one
 */
public record ServiceRecordState(
        UUID recordId,
        UUID volunteerId,
        UUID requestId,
        UUID sessionId,
        UUID teamId,
        UUID stationId,
        String division,
        ServiceCategory category,
        Provenance provenance,
        RecordStatus status,
        int minutes,
        LocalDate serviceDate,
        Instant startedAt,
        Instant endedAt,
        boolean earnsPoints,
        Integer pointsMinutes,
        UUID correctsRecordId,
        UUID activityId,
        UUID projectId) {

    /** Of an order, entered by hand or imported. */
    public ServiceRecordState(
            UUID recordId,
            UUID volunteerId,
            UUID requestId,
            UUID teamId,
            UUID stationId,
            String division,
            ServiceCategory category,
            Provenance provenance,
            RecordStatus status,
            int minutes,
            LocalDate serviceDate,
            Instant startedAt,
            Instant endedAt,
            boolean earnsPoints,
            Integer pointsMinutes,
            UUID correctsRecordId) {
        this(
                recordId,
                volunteerId,
                requestId,
                null,
                teamId,
                stationId,
                division,
                category,
                provenance,
                status,
                minutes,
                serviceDate,
                startedAt,
                endedAt,
                earnsPoints,
                pointsMinutes,
                correctsRecordId,
                null,
                null);
    }

    /** How a record came about. */
    public enum Provenance {
        /** Both ends proven by the rotating code. */
        SCANNED,
        /** At least one end from the leader's list. */
        LEADER_CONFIRMED,
        /** At least one end told afterwards by a device that was offline, none from the list. */
        CLAIMED_OFFLINE,
        /** Arrival proven, departure forgotten: closed at the end of the session by rule. */
        CLOSED_BY_RULE,
        /** Entered afterwards with evidence and a second approver. */
        MANUAL,
        /** Brought forward from another system. */
        IMPORTED
    }

    /** Whether a record counts. */
    public enum RecordStatus {
        PROPOSED,
        CONFIRMED,
        REFUSED,
        /** Counted until another entry took its place. */
        REPLACED
    }
}
