package org.linli.activity;

import org.linli.kit.Refusal;

/** Why activity says no, in order of precedence. Sentences: {@code problems*.properties}. */
public enum ActivityRefusal implements Refusal {
    // what was ordered
    RECIPIENT_MISSING("recipient-missing", 400),
    CHANNEL_NOT_YOURS("channel-not-yours", 400),
    TIME_WINDOW_INVALID("time-window-invalid", 400),
    DIVISION_NOT_A_COMMUNITY("division-not-a-community", 400),
    OFFER_TO_ONE("offer-to-one", 400),
    RECIPIENT_INACTIVE("recipient-inactive", 409),
    STATION_DOES_NOT_SERVE("station-does-not-serve", 409),
    // where the order stands
    REQUEST_NOT_SUBMITTED("request-not-submitted", 409),
    REQUEST_NOT_IN_POOL("request-not-in-pool", 409),
    REQUEST_TAKEN("request-taken", 409),
    REQUEST_NOT_OFFERED("request-not-offered", 409),
    OFFER_NOT_YOURS("offer-not-yours", 403),
    REQUEST_NOT_ACCEPTED("request-not-accepted", 409),
    REQUEST_NOT_IN_SERVICE("request-not-in-service", 409),
    STILL_PRESENT("still-present", 409),
    REQUEST_NOT_COMPLETED("request-not-completed", 409),
    ALREADY_REVIEWED("already-reviewed", 409),
    REOPENING_NEEDS_BAD_REVIEW("reopening-needs-bad-review", 409),
    REQUEST_CLOSED("request-closed", 409),
    // who may serve
    VOLUNTEER_MAY_NOT_SERVE("volunteer-may-not-serve", 409),
    VOLUNTEER_IS_A_MINOR("volunteer-is-a-minor", 409),
    TEAM_WITHOUT_MEMBERS("team-without-members", 409);

    private final String code;
    private final int status;

    ActivityRefusal(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
