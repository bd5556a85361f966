package org.linli.points.rule;

import java.util.UUID;

/**
 * An activity or a project of the library: what a rule is about alone, or what service was part of.
 *
 * @param activityId the activity; null if a rule names none, or service was part of none
 * @param projectId the project; null likewise
 */
public record Naming(UUID activityId, UUID projectId) {
    /** Of a rule for everything; of service that is part of nothing. */
    public static final Naming NOTHING = new Naming(null, null);

    /** Whether a rule that names this is about service that was part of that. */
    boolean covers(Naming service) {
        return (activityId == null || activityId.equals(service.activityId))
                && (projectId == null || projectId.equals(service.projectId));
    }

    /** How close a rule that names this is: an activity comes before its project, and that before everything. */
    int closeness() {
        if (activityId != null) {
            return 2;
        }
        return projectId != null ? 1 : 0;
    }
}
