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
    TOO_YOUNG("too-young", 403),
    GUARDIAN_NEEDED("guardian-needed", 403),
    ACCOUNT_HAS_VOLUNTEER("account-has-volunteer", 409),
    ALREADY_REGISTERED("already-registered", 409),
    NOT_FOR_ONESELF("not-for-oneself", 403),
    VOLUNTEER_STATUS_FORBIDS("volunteer-status-forbids", 409),

    // role grants
    HOLDER_UNCLEAR("holder-unclear", 400),
    HOLDER_UNKNOWN("holder-unknown", 400),
    GRANT_PERIOD_INVALID("grant-period-invalid", 400),
    GRANT_TARGET_UNCLEAR("grant-target-unclear", 400),
    GRANT_ABOVE_OWN("grant-above-own", 403),
    GRANT_EXISTS("grant-exists", 409),
    GRANT_ALREADY_REVOKED("grant-already-revoked", 409),
    LAST_OPERATOR("last-operator", 409);

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
