package org.linli.activity.signup;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.linli.activity.programme.ActivityOutline;
import org.linli.activity.session.Session;
import org.linli.contracts.AgeBand;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ActivityStatus;
import org.linli.contracts.activity.SessionStatus;

/**
 * What sign-up, presence and service records know of a session.
 *
 * @param sessionId the session
 * @param activityId its activity
 * @param projectId the project of the library that the activity is held for; null without one
 * @param division community where it takes place
 * @param teamId the team that holds it; null if a station or district does
 * @param stationId the station that holds it; null without one
 * @param category the kind of service
 * @param startsAt begin
 * @param endsAt end
 * @param capacity how many places there are
 * @param taken how many of them are taken, or kept for somebody
 * @param status whether it takes place
 * @param activityStatus where the activity stands
 * @param conditions who may take part
 * @param longitude WGS84 degrees
 * @param latitude WGS84 degrees
 */
public record SessionTerms(
        UUID sessionId,
        UUID activityId,
        UUID projectId,
        DivisionCode division,
        UUID teamId,
        UUID stationId,
        ServiceCategory category,
        Instant startsAt,
        Instant endsAt,
        int capacity,
        int taken,
        SessionStatus status,
        ActivityStatus activityStatus,
        Conditions conditions,
        double longitude,
        double latitude) {

    /**
     * Who may take part.
     *
     * @param risky no minors
     * @param ageBands those admitted; empty for everybody
     * @param skills all of them are needed
     * @param teamOnly members of the team only
     */
    public record Conditions(boolean risky, Set<AgeBand> ageBands, Set<String> skills, boolean teamOnly) {
        public Conditions {
            ageBands = Set.copyOf(ageBands);
            skills = Set.copyOf(skills);
        }
    }

    static SessionTerms of(Session session, ActivityOutline activity) {
        return new SessionTerms(
                session.id(),
                session.activityId(),
                activity.projectId(),
                activity.holder().community(),
                activity.holder().teamId(),
                activity.holder().stationId(),
                activity.category(),
                session.time().startsAt(),
                session.time().endsAt(),
                session.capacity(),
                session.taken(),
                session.status(),
                activity.status(),
                new Conditions(
                        activity.risky(),
                        Set.copyOf(activity.ageBands()),
                        Set.copyOf(activity.skills()),
                        activity.teamOnly()),
                activity.longitude(),
                activity.latitude());
    }

    /** How many places nobody has. */
    int free() {
        return capacity - taken;
    }

    /**
     * Whether it was called off. A cancelled activity takes its coming sessions with it, in the same transaction; one
     * that had begun goes on to its end, with everybody who is there.
     */
    public boolean cancelled() {
        return status == SessionStatus.CANCELLED;
    }

    /** Whether everybody may know of it. */
    public boolean published() {
        return activityStatus != ActivityStatus.DRAFT;
    }

    /** Whether it has begun. */
    boolean begun(Instant now) {
        return !now.isBefore(startsAt);
    }

    /** Whether it is over. */
    boolean over(Instant now) {
        return !now.isBefore(endsAt);
    }
}
