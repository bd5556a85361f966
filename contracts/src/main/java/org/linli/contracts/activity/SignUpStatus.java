package org.linli.contracts.activity;

/** Where a sign-up stands. */
public enum SignUpStatus {
    /** Has a place. */
    CONFIRMED(true),
    /** Waits for a place. */
    WAITLISTED(false),
    /** A place is kept until a time, and must be taken until then. */
    OFFERED(true),
    /** Given back, or handed over to somebody else. */
    WITHDRAWN(false),
    /** Waited until the session began, or did not take the place that was offered. */
    LAPSED(false),
    /** Struck off by the organiser, or the session was called off. */
    CANCELLED(false),
    /** Was there. */
    ATTENDED(true),
    /** Had a place and was not there. */
    NO_SHOW(true),
    /** Was not there, and had a reason that was accepted. */
    EXCUSED(true);

    private final boolean takesPlace;

    SignUpStatus(boolean takesPlace) {
        this.takesPlace = takesPlace;
    }

    /** Whether it counts among the places of its session. */
    public boolean takesPlace() {
        return takesPlace;
    }
}
