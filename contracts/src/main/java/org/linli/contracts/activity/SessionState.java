package org.linli.contracts.activity;

import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.ServiceCategory;

/**
 * A session (场次) of an activity as it stands.
 *
 * @param sessionId the session
 * @param activityId the activity
 * @param division where it takes place, 12 digits
 * @param teamId the team that holds it; null if a station or district does
 * @param stationId the station that holds it; null without one
 * @param category the kind of service points rules know
 * @param startsAt begin
 * @param endsAt end
 * @param capacity places for people who serve, guests included
 * @param status whether it takes place
 */
public record SessionState(
        UUID sessionId,
        UUID activityId,
        String division,
        UUID teamId,
        UUID stationId,
        ServiceCategory category,
        Instant startsAt,
        Instant endsAt,
        int capacity,
        SessionStatus status) {}
