package org.linli.activity.request;

import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.RequestStatus;

/**
 * What check-in and service records may know of an order.
 *
 * @param requestId the order
 * @param status where it stands
 * @param volunteerId who took it; null before that
 * @param recipientId who is helped
 * @param teamId the team it was offered to; null without one
 * @param stationId the station that handles it; null without one
 * @param division community of the order
 * @param category kind of help
 * @param longitude of the place of service, WGS84 degrees
 * @param latitude of the place of service, WGS84 degrees
 * @param wantedFrom earliest time wanted; null if any
 * @param wantedUntil latest time wanted; null if any
 */
public record Assignment(
        UUID requestId,
        RequestStatus status,
        UUID volunteerId,
        UUID recipientId,
        UUID teamId,
        UUID stationId,
        DivisionCode division,
        ServiceCategory category,
        Double longitude,
        Double latitude,
        Instant wantedFrom,
        Instant wantedUntil) {}
