package org.linli.cli.fault;

import java.util.EnumSet;
import java.util.Set;

/** One order for help and everything that was acknowledged about it. Written by one thread, read after it has ended. */
final class Order {
    /** Acts, each by one POST that was answered with success. */
    enum Step {
        SUBMITTED,
        CANCELLED,
        VERIFIED,
        DISPATCHED,
        ACCEPTED,
        CHECKED_IN,
        CHECKED_OUT,
        COMPLETED,
        REVIEWED,
        CONFIRMED,
        REVERSED
    }

    /** With so many stars the rule in force gives the volunteer points. */
    static final int STARS_THAT_EARN = 5;

    final Person resident;
    final Person volunteer;
    final Set<Step> steps = EnumSet.noneOf(Step.class);
    String request = "";
    String checkIn = "";
    String record = "";
    /** Whether the hours went to the team's leader, as they do for a member; else to the station. */
    boolean ofTheTeam;

    /** What the record says. */
    int minutes;

    int stars;
    /** The posting that was taken back. */
    String reversed = "";

    Order(Person resident, Person volunteer) {
        this.resident = resident;
        this.volunteer = volunteer;
    }

    boolean did(Step step) {
        return steps.contains(step);
    }

    /** Whether the review earned something. */
    boolean goodReview() {
        return did(Step.REVIEWED) && stars >= STARS_THAT_EARN;
    }

    /** How many postings there must be because of it. */
    int postings() {
        return (did(Step.CONFIRMED) ? 1 : 0) + (goodReview() ? 1 : 0) + (did(Step.REVERSED) ? 1 : 0);
    }
}
