package org.linli.notification.message;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A message before its reader is known.
 *
 * @param audience who is told
 * @param audienceId the volunteer, recipient, team or station; null for a district
 * @param division where it happened, 12 digits; null for city-level events
 * @param eventId the cause
 * @param kind which message
 * @param subjectType what the message is about, for example {@code request}
 * @param subjectId its id
 * @param details values for the words
 * @param happenedAt when it happened
 */
public record Draft(
        Audience audience,
        UUID audienceId,
        String division,
        UUID eventId,
        String kind,
        String subjectType,
        String subjectId,
        Map<String, Object> details,
        Instant happenedAt) {
    public Draft {
        details = new TreeMap<>(details);
    }

    /** The team the event names; null without one. */
    public UUID teamId() {
        Object team = details.get("teamId");
        return team == null ? null : UUID.fromString(team.toString());
    }

    /**
     * Whether it is kept for a reader who is not known here yet; not if its reader is the leader of a team, nor if
     * there may well be nobody.
     */
    public boolean waits() {
        return switch (audience) {
            case STATION_FOR_LEADER -> teamId() == null;
            case SIGNED_UP, SIGNED_UP_TO_ACTIVITY, GUARDIANS, MAKER -> false;
            case RECIPIENT, VOLUNTEER, FORMER_VOLUNTEER, NEXT_VOLUNTEER, RECEIVER, TEAM_LEADER -> true;
            case TEAM_MEMBERS, STATION, DISTRICT, TILL -> true;
        };
    }
}
