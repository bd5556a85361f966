package org.linli.contracts.activity;

import java.time.LocalDate;
import java.util.UUID;
import org.linli.contracts.ServiceCategory;

/**
 * A project (项目) of the library as it stands. Its texts stay in activity.
 *
 * @param projectId the project
 * @param division where it is wanted, 12 digits; 15 of a grid
 * @param category kind of service
 * @param status where it stands
 * @param claims how many organisations may have it at the same time
 * @param claimUntil last day on which it may be claimed; null if any day will do
 */
public record ProjectState(
        UUID projectId,
        String division,
        ServiceCategory category,
        ProjectStatus status,
        int claims,
        LocalDate claimUntil) {}
