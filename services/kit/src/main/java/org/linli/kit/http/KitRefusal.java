package org.linli.kit.http;

import org.linli.kit.Refusal;

/** Refusals that every service shares, in order of precedence. */
public enum KitRefusal implements Refusal {
    TOKEN_MISSING("token-missing", 401),
    TOKEN_INVALID("token-invalid", 401),
    NOT_FOUND("not-found", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", 405),
    NOT_ACCEPTABLE("not-acceptable", 406),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
    BODY_TOO_LARGE("body-too-large", 413),
    MALFORMED_JSON("malformed-json", 400),
    UNKNOWN_FIELD("unknown-field", 400),
    INVALID_VALUE("invalid-value", 400),
    IDEMPOTENCY_KEY_IN_FLIGHT("idempotency-key-in-flight", 409),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 409),
    ANSWER_WITHHELD("answer-withheld", 409),
    FORBIDDEN("forbidden", 403),
    STALE_VERSION("stale-version", 412),
    NOT_KNOWN_YET("not-known-yet", 409),
    EXPORT_UNDER_WAY("export-under-way", 409),
    KEYS_READ_ONLY("keys-read-only", 409),
    KEY_STILL_NEWEST("key-still-newest", 409),
    KEY_STILL_SETTLING("key-still-settling", 409),
    KEY_IN_USE("key-in-use", 409),
    CONFLICT("conflict", 409),
    SERVICE_UNAVAILABLE("service-unavailable", 503),
    INTERNAL_ERROR("internal-error", 500);

    private final String code;
    private final int status;

    KitRefusal(String code, int status) {
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
