package org.linli.registration;

import org.linli.kit.Refusal;

/**
 * Why registration says no, in order of precedence: the first that applies is the one the caller sees. Sentences stand
 * in {@code problems.properties} and {@code problems_zh_CN.properties}.
 */
public enum RegistrationRefusal implements Refusal {
    // divisions
    DIVISION_FILE_UNREADABLE("division-file-unreadable", 400),
    DIVISION_ROWS_REFUSED("division-rows-refused", 400),
    DIVISION_UNKNOWN("division-unknown", 400),
    DIVISION_NOT_IN_FORCE("division-not-in-force", 409),
    NOT_A_COMMUNITY("not-a-community", 400),
    GRID_CODE_ELSEWHERE("grid-code-elsewhere", 400),
    DIVISION_EXISTS("division-exists", 409),
    SUCCESSOR_UNFIT("successor-unfit", 409),

    // volunteers
    NAME_INVALID("name-invalid", 400),
    DOCUMENT_NUMBER_INVALID("document-number-invalid", 400),
    PHONE_INVALID("phone-invalid", 400),
    BIRTH_DATE_INVALID("birth-date-invalid", 400),
    DOCUMENT_CONTRADICTS("document-contradicts", 400),
    REGISTERED_ON_INVALID("registered-on-invalid", 400),
    TOO_YOUNG("too-young", 403),
    GUARDIAN_NEEDED("guardian-needed", 403),
    CHILD_CONSENT_NEEDED("child-consent-needed", 403),
    VOLUNTEER_HAS_ACCOUNT("volunteer-has-account", 409),
    ACCOUNT_HAS_VOLUNTEER("account-has-volunteer", 409),
    ERASED_RECENTLY("erased-recently", 409),
    ALREADY_REGISTERED("already-registered", 409),
    NOT_FOR_ONESELF("not-for-oneself", 403),
    VOLUNTEER_STATUS_FORBIDS("volunteer-status-forbids", 409),

    // erasure
    ERASED_ALREADY("erased-already", 409),
    ERASURE_NOT_CONFIRMED_IN_TIME("erasure-not-confirmed-in-time", 409),
    RECIPIENT_STILL_ENROLLED("recipient-still-enrolled", 409),

    // guardians
    NOT_A_MINOR("not-a-minor", 409),
    TOO_MANY_GUARDIANS("too-many-guardians", 409),
    GUARDIAN_CONFIRMED_ALREADY("guardian-confirmed-already", 409),
    GUARDIAN_ENDED("guardian-ended", 409),
    GUARDIAN_NOT_ADULT("guardian-not-adult", 403),
    GUARDIAN_ALREADY("guardian-already", 409),
    CONSENT_GIVEN_ALREADY("consent-given-already", 409),
    CONSENT_NOT_GIVEN("consent-not-given", 409),

    // role grants
    HOLDER_UNCLEAR("holder-unclear", 400),
    HOLDER_UNKNOWN("holder-unknown", 400),
    GRANT_PERIOD_INVALID("grant-period-invalid", 400),
    GRANT_TARGET_UNCLEAR("grant-target-unclear", 400),
    GRANT_ABOVE_OWN("grant-above-own", 403),
    GRANT_OUTLASTS_OWN("grant-outlasts-own", 403),
    GRANT_EXISTS("grant-exists", 409),
    GRANT_ALREADY_REVOKED("grant-already-revoked", 409),
    LAST_OPERATOR("last-operator", 409),

    // API keys
    API_KEY_PERIOD_INVALID("api-key-period-invalid", 400),
    API_KEY_REVOKED_ALREADY("api-key-revoked-already", 409),

    // sessions of browsers
    TOO_MANY_SESSIONS("too-many-sessions", 429),

    // teams
    PARENT_TEAM_UNKNOWN("parent-team-unknown", 400),
    PARENT_TEAM_NOT_ABOVE("parent-team-not-above", 400),
    CREDIT_CODE_INVALID("credit-code-invalid", 400),
    TEAM_NAME_TAKEN("team-name-taken", 409),
    NOT_A_VOLUNTEER("not-a-volunteer", 403),
    VOLUNTEER_UNKNOWN("volunteer-unknown", 400),
    VOLUNTEER_NOT_VERIFIED("volunteer-not-verified", 409),
    MEMBERSHIP_OPEN_ALREADY("membership-open-already", 409),
    MEMBERSHIP_NOT_REQUESTED("membership-not-requested", 409),
    MEMBERSHIP_NOT_OPEN("membership-not-open", 409),
    TEAM_FULL("team-full", 409),
    LEADER_CANNOT_LEAVE("leader-cannot-leave", 409),
    REASON_MISSING("reason-missing", 400),
    LEADER_NOT_MEMBER("leader-not-member", 409),
    LEADER_NOT_ADULT("leader-not-adult", 409),

    // stations
    COVERAGE_OUTSIDE_DISTRICT("coverage-outside-district", 400),
    OPENING_HOURS_IMPOSSIBLE("opening-hours-impossible", 400),
    TOO_FAR_AROUND("too-far-around", 400),
    STATION_NAME_TAKEN("station-name-taken", 409),

    // recipients
    STATION_UNKNOWN("station-unknown", 400),
    STATION_SERVES_ELSEWHERE("station-serves-elsewhere", 400),
    RECIPIENT_WITHDRAWN("recipient-withdrawn", 409),
    RECIPIENT_LINKED_ALREADY("recipient-linked-already", 409),
    OWN_CODE("own-code", 403),
    SIGN_IN_CODE_WRONG("sign-in-code-wrong", 403),
    SIGN_IN_CODE_VOID("sign-in-code-void", 409),
    SIGN_IN_CODE_EXPIRED("sign-in-code-expired", 409),
    ACCOUNT_LINKED_ALREADY("account-linked-already", 409),

    // pairings
    PAIRING_NEEDS_ADULT("pairing-needs-adult", 409),
    PAIRED_ALREADY("paired-already", 409),
    PAIRINGS_FULL("pairings-full", 409),
    PAIRING_ENDED("pairing-ended", 409),

    // star ratings
    NO_STAR_PROPOSED("no-star-proposed", 409),
    OBJECTED_ALREADY("objected-already", 409),
    OBJECTION_DECIDED("objection-decided", 409),
    OWN_OBJECTION("own-objection", 403),
    STARS_NOT_LOWER("stars-not-lower", 409),
    NOT_UP_FOR_SELECTION("not-up-for-selection", 409);

    private final String code;
    private final int status;

    RegistrationRefusal(String code, int status) {
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
