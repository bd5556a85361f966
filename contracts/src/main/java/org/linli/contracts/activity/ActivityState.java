package org.linli.contracts.activity;

import java.util.List;
import java.util.UUID;
import org.linli.contracts.AgeBand;
import org.linli.contracts.Inside;
import org.linli.contracts.ServiceCategory;

/**
 * An activity (活动) as it stands. Title, texts, contact and place stay in activity.
 *
 * @param activityId the activity
 * @param division where it takes place, 12 digits
 * @param teamId the team that holds it; null if a station or district does
 * @param stationId the station that holds it; null without one
 * @param accountId who made it, and is told what becomes of it
 * @param category the kind of service points rules know
 * @param categoryCode entry of the dictionary 8+N; the name of {@code category} or a local addition
 * @param status where it stands
 * @param risky whether it may endanger a person: no minors, insurance attached
 * @param ageBands who may take part by age; empty for everybody
 * @param skills codes of skills of which one has all; empty if none is needed
 * @param teamOnly whether only members of the team may take part
 * @param projectId the project of the library it is held for; null if none
 */
public record ActivityState(
        UUID activityId,
        String division,
        UUID teamId,
        UUID stationId,
        @Inside UUID accountId,
        ServiceCategory category,
        String categoryCode,
        ActivityStatus status,
        boolean risky,
        List<AgeBand> ageBands,
        @Inside List<String> skills,
        boolean teamOnly,
        UUID projectId) {
    public ActivityState {
        ageBands = ageBands == null ? List.of() : List.copyOf(ageBands);
        skills = skills == null ? List.of() : List.copyOf(skills);
    }
}
