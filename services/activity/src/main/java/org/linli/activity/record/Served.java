package org.linli.activity.record;

import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;

/**
 * What was served, as far as hours need it.
 *
 * @param teamId the team that was asked, or that held the session; null without one
 * @param stationId the station that handles it; null without one
 * @param division community where it was
 * @param category kind of service
 * @param activityId the activity of the session; null at an order
 * @param projectId the project of the library that the activity is held for; null without one
 */
public record Served(
        UUID teamId,
        UUID stationId,
        DivisionCode division,
        ServiceCategory category,
        UUID activityId,
        UUID projectId) {}
