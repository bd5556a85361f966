package org.linli.gateway.problem;

import java.util.Locale;

/**
 * Why the gateway itself refuses a call. The name in lower case with hyphens is the stable {@code code} of the
 * problem (RFC 9457); the words stand in {@code problems/*.properties}. Earlier ones win over later ones.
 */
public enum ProblemCode {
    HTTP_VERSION(505),
    BAD_REQUEST(400),
    METHOD_NOT_ALLOWED(405),
    NOT_FOUND(404),
    TOKEN_MISSING(401),
    TOKEN_INVALID(401),
    TOKEN_EXPIRED(401),
    KEY_INVALID(401),
    SESSION_ENDED(499),
    SIGN_IN_UNAVAILABLE(503),
    CROSS_SITE(403),
    NOT_FOR_THIS_KEY(403),
    TOO_MANY_REQUESTS(429),
    BODY_TOO_LARGE(413),
    BODY_TOO_SLOW(408),
    OVERLOADED(503),
    SERVICE_UNAVAILABLE(503),
    SERVICE_BROKE_OFF(502),
    TIME_OUT(504),
    INTERNAL_ERROR(500);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** The stable code, for example {@code token-missing}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
