package org.linli.cli.fault;

import java.util.EnumSet;
import java.util.Set;

/** A sign-up and everything that was acknowledged about it. Written by one thread, read after it has ended. */
final class SignUp {
    /** Acts, each by one POST that was answered with success. */
    enum Step {
        CONFIRMED,
        WAITLISTED,
        TAKEN,
        WITHDRAWN,
        CHECKED_IN,
        CHECKED_OUT,
        RECORD_CONFIRMED
    }

    final Person person;
    final Set<Step> steps = EnumSet.noneOf(Step.class);
    final String id;
    String checkIn = "";
    String record = "";

    /** Minutes of presence, as the pair of check-in and check-out says; found out when the acts are accounted for. */
    int minutes;
    /** Whether a place was kept for it, which its person may never have seen; found out likewise. */
    boolean offered;

    SignUp(Person person, String id) {
        this.person = person;
        this.id = id;
    }

    boolean did(Step step) {
        return steps.contains(step);
    }

    /** Whether there was enough presence to be service. */
    boolean served() {
        return did(Step.CHECKED_IN) && minutes >= 1;
    }

    /** Where it must stand once its session is over. */
    String outcome() {
        if (did(Step.WITHDRAWN)) {
            return "WITHDRAWN";
        }
        if (did(Step.CHECKED_IN)) {
            return "ATTENDED";
        }
        return did(Step.CONFIRMED) || did(Step.TAKEN) ? "NO_SHOW" : "LAPSED";
    }
}
