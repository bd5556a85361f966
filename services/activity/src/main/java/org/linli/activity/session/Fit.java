package org.linli.activity.session;

import static org.linli.activity.ActivityRefusal.AGE_NOT_ADMITTED;
import static org.linli.activity.ActivityRefusal.MINORS_BARRED;
import static org.linli.activity.ActivityRefusal.SESSION_FULL;
import static org.linli.activity.ActivityRefusal.SKILL_MISSING;
import static org.linli.activity.ActivityRefusal.VOLUNTEER_MAY_NOT_SERVE;
import static org.linli.activity.ActivityRefusal.VOLUNTEER_NOT_OF_TEAM;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.linli.activity.copy.VolunteerCopy;
import org.linli.activity.programme.ActivityOutline;
import org.linli.contracts.AgeBand;
import org.linli.kit.Refusal;

/**
 * Somebody who looks for something to do, as far as the conditions of activities ask.
 *
 * @param mayServe whether a volunteer who may serve
 * @param ageBand how old; null if not known, which no condition on age admits
 * @param skills codes
 * @param teams the teams one belongs to
 */
record Fit(boolean mayServe, AgeBand ageBand, Set<String> skills, Set<UUID> teams) {
    Fit {
        skills = Set.copyOf(skills);
        teams = Set.copyOf(teams);
    }

    /** @param volunteer null for somebody who is none */
    static Fit of(VolunteerCopy volunteer, Set<UUID> teams) {
        return volunteer == null
                ? new Fit(false, null, Set.of(), Set.of())
                : new Fit(volunteer.mayServe(), volunteer.ageBand(), volunteer.skills(), teams);
    }

    /** Everything that keeps one from a session, in order of precedence; empty if nothing does. */
    List<Refusal> obstacles(Session session, ActivityOutline activity) {
        List<Refusal> found = new ArrayList<>();
        if (!mayServe) {
            found.add(VOLUNTEER_MAY_NOT_SERVE);
        }
        if (activity.teamOnly() && !teams.contains(activity.holder().teamId())) {
            found.add(VOLUNTEER_NOT_OF_TEAM);
        }
        if (!activity.ageBands().isEmpty()
                && (ageBand == null || !activity.ageBands().contains(ageBand))) {
            found.add(AGE_NOT_ADMITTED);
        }
        if (activity.risky() && (ageBand == null || !ageBand.adult())) {
            found.add(MINORS_BARRED);
        }
        if (!skills.containsAll(activity.skills())) {
            found.add(SKILL_MISSING);
        }
        if (session.left() == 0) {
            found.add(SESSION_FULL);
        }
        return found;
    }
}
