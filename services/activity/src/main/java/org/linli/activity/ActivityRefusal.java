package org.linli.activity;

import org.linli.kit.Refusal;

/** Why activity says no, in order of precedence. Sentences: {@code problems*.properties}. */
public enum ActivityRefusal implements Refusal {
    // what was ordered
    RECIPIENT_MISSING("recipient-missing", 400),
    CHANNEL_NOT_YOURS("channel-not-yours", 400),
    TIME_WINDOW_INVALID("time-window-invalid", 400),
    DIVISION_NOT_A_COMMUNITY("division-not-a-community", 400),
    DIVISION_ENDED("division-ended", 409),
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
    // what is planned
    PLAN_OR_TEMPLATE("plan-or-template", 400),
    CATEGORY_UNKNOWN("category-unknown", 400),
    CATEGORY_FIXED("category-fixed", 409),
    TEAM_ONLY_NEEDS_TEAM("team-only-needs-team", 400),
    RISKY_BARS_MINORS("risky-bars-minors", 400),
    INSURANCE_DATES_INVALID("insurance-dates-invalid", 400),
    ACTIVITY_NOT_A_DRAFT("activity-not-a-draft", 409),
    ACTIVITY_NOT_PUBLISHED("activity-not-published", 409),
    ACTIVITY_ENDED("activity-ended", 409),
    ACTIVITY_FIXED("activity-fixed", 409),
    INSURANCE_MISSING("insurance-missing", 409),
    INSURANCE_DOES_NOT_COVER("insurance-does-not-cover", 409),
    RULE_INVALID("rule-invalid", 400),
    RULE_WITHOUT_DATES("rule-without-dates", 400),
    SESSION_TIMES_INVALID("session-times-invalid", 400),
    SESSION_IN_THE_PAST("session-in-the-past", 400),
    SESSION_CANCELLED("session-cancelled", 409),
    SESSION_BEGUN("session-begun", 409),
    CAPACITY_BELOW_TAKEN("capacity-below-taken", 409),
    SERIES_ENDED("series-ended", 409),
    TOO_MANY_FEEDS("too-many-feeds", 409),
    // what is in the library
    PROJECT_NOT_A_DRAFT("project-not-a-draft", 409),
    PROJECT_NOT_OPEN("project-not-open", 409),
    PROJECT_CATEGORY_FIXED("project-category-fixed", 409),
    CLAIMS_BELOW_GRANTED("claims-below-granted", 409),
    PROJECT_CLAIM_TOO_LATE("project-claim-too-late", 409),
    ONE_ORGANISATION("one-organisation", 400),
    ORGANISATION_ELSEWHERE("organisation-elsewhere", 409),
    PROJECT_CLAIMED_ALREADY("project-claimed-already", 409),
    DECLINING_NEEDS_REASON("declining-needs-reason", 400),
    PROJECT_TAKEN("project-taken", 409),
    PROJECT_CLAIM_DECIDED("project-claim-decided", 409),
    PROJECT_CLAIM_NOT_GRANTED("project-claim-not-granted", 409),
    PROJECT_NOT_CLAIMED("project-not-claimed", 409),
    PROJECT_OTHER_CATEGORY("project-other-category", 409),
    PROJECT_ELSEWHERE("project-elsewhere", 409),
    // who may serve
    VOLUNTEER_MAY_NOT_SERVE("volunteer-may-not-serve", 409),
    VOLUNTEER_IS_RECIPIENT("volunteer-is-recipient", 409),
    VOLUNTEER_IS_A_MINOR("volunteer-is-a-minor", 409),
    TEAM_WITHOUT_MEMBERS("team-without-members", 409),
    // who was there
    NOT_FOR_ONESELF("not-for-oneself", 403),
    TOO_MANY_TRIES("too-many-tries", 429),
    CODE_NOT_VALID("code-not-valid", 403),
    CODE_EXPIRED("code-expired", 403),
    PRESENCE_TIMES_INVALID("presence-times-invalid", 400),
    VOLUNTEER_NOT_OF_REQUEST("volunteer-not-of-request", 409),
    VOLUNTEER_NOT_OF_TEAM("volunteer-not-of-team", 409),
    NO_SERVICE_NOW("no-service-now", 409),
    OUTSIDE_TIME_WINDOW("outside-time-window", 409),
    TOO_FAR_AWAY("too-far-away", 409),
    STILL_CHECKED_IN("still-checked-in", 409),
    PRESENCE_OVERLAPS("presence-overlaps", 409),
    CHECK_INS_USED_UP("check-ins-used-up", 409),
    ALREADY_CHECKED_OUT("already-checked-out", 409),
    // what counts
    RECORD_TIMES_INVALID("record-times-invalid", 400),
    ENTERED_TOO_LATE("entered-too-late", 409),
    MINUTES_MISSING("minutes-missing", 400),
    RECORD_NOT_PROPOSED("record-not-proposed", 409),
    APPROVAL_NOT_NEEDED("approval-not-needed", 409),
    ADDED_NEEDS_ADMINISTRATOR("added-needs-administrator", 403),
    SECOND_APPROVER_NEEDED("second-approver-needed", 403),
    EVIDENCE_MISSING("evidence-missing", 400),
    APPROVAL_MISSING("approval-missing", 409),
    TIMES_OVERLAP("times-overlap", 409),
    DAY_NEEDS_OPERATOR("day-needs-operator", 403),
    DAY_NEEDS_ADMINISTRATOR("day-needs-administrator", 403),
    RECORD_NOT_DECIDED("record-not-decided", 409),
    OBJECTION_OPEN("objection-open", 409),
    NO_OBJECTION("no-objection", 409),
    RECORD_NOT_CORRECTABLE("record-not-correctable", 409),
    // what is brought forward; told row by row
    SERVED_ON_INVALID("served-on-invalid", 400),
    DIVISION_UNKNOWN("division-unknown", 400),
    REFERENCE_TWICE("reference-twice", 400),
    IMPORT_DIFFERS("import-differs", 409),
    // who signs up; NOT_ELIGIBLE carries all of the reasons below it that apply, up to SESSION_FULL
    NOT_ELIGIBLE("not-eligible", 409),
    SESSION_CALLED_OFF("session-called-off", 409),
    SESSION_OVER("session-over", 409),
    SIGN_UP_CLOSED("sign-up-closed", 409),
    AGE_NOT_ADMITTED("age-not-admitted", 409),
    MINORS_BARRED("minors-barred", 409),
    GUARDIAN_CONSENT_MISSING("guardian-consent-missing", 409),
    SKILL_MISSING("skill-missing", 409),
    ALREADY_SIGNED_UP("already-signed-up", 409),
    SIGN_UP_BARRED("sign-up-barred", 409),
    TOO_MANY_GUESTS("too-many-guests", 409),
    TIME_CONFLICT("time-conflict", 409),
    LITTLE_TIME_BETWEEN("little-time-between", 409),
    SESSION_FULL("session-full", 409),
    // where the sign-up stands
    SIGN_UP_ENDED("sign-up-ended", 409),
    PLACE_NOT_OFFERED("place-not-offered", 409),
    OFFER_LAPSED("offer-lapsed", 409),
    NOT_CONFIRMED("not-confirmed", 409),
    HANDOVER_WITH_GUESTS("handover-with-guests", 409),
    NO_HANDOVER("no-handover", 409),
    EXCHANGE_NOT_POSSIBLE("exchange-not-possible", 409),
    NOT_MISSED("not-missed", 409),
    APPEALED_ALREADY("appealed-already", 409),
    APPEAL_TOO_LATE("appeal-too-late", 409),
    NO_APPEAL("no-appeal", 409),
    // who was at a session
    ONE_SERVICE("one-service", 400),
    NOT_SIGNED_UP("not-signed-up", 409),
    CLAIM_TOO_LATE("claim-too-late", 409),
    CLAIM_USED_ELSEWHERE("claim-used-elsewhere", 409);

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
