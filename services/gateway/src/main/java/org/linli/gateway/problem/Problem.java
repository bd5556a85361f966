package org.linli.gateway.problem;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import java.util.Objects;

/**
 * A refusal of the gateway, ready to be written: problem+json (RFC 9457) in the caller's language.
 *
 * @param code why
 * @param figure the figure its sentence names (a limit), empty if it names none
 * @param retryAfterSeconds when the caller may try again, 0 if that would not help
 */
public record Problem(ProblemCode code, String figure, int retryAfterSeconds) {

    private static final ProblemTexts TEXTS = new ProblemTexts();

    public Problem {
        Objects.requireNonNull(code);
        Objects.requireNonNull(figure);
    }

    /** A refusal whose sentence names no figure. */
    public static Problem of(ProblemCode code) {
        return new Problem(code, "", 0);
    }

    /** The same refusal with the figure its sentence names. */
    public Problem naming(Object newFigure) {
        return new Problem(code, String.valueOf(newFigure), retryAfterSeconds);
    }

    /** The same refusal, telling the caller when to try again. */
    public Problem retryAfter(int seconds) {
        return new Problem(code, figure, seconds);
    }

    /** The body; {@code instance} is the request id as a URN. */
    public Buffer body(Language language, String requestId) {
        return new JsonObject()
                .put("type", "urn:linli:problem:" + code.code())
                .put("title", TEXTS.title(code, language))
                .put("status", code.status())
                .put("code", code.code())
                .put("detail", TEXTS.detail(code, language, figure))
                .put("instance", "urn:linli:request:" + requestId)
                .toBuffer();
    }

    /** The headers that go with the body, except its length. */
    public void writeHeaders(MultiMap headers, Language language) {
        headers.set(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        headers.set("Content-Language", language.tag());
        if (retryAfterSeconds > 0) {
            headers.set("Retry-After", Integer.toString(retryAfterSeconds));
        }
        String challenge = challenge();
        if (!challenge.isEmpty()) {
            headers.set("WWW-Authenticate", challenge);
        }
    }

    /** RFC 6750, section 3: no error is named to a caller that sent no token. */
    private String challenge() {
        return switch (code) {
            case TOKEN_MISSING -> "Bearer realm=\"linli\"";
            case TOKEN_INVALID -> "Bearer realm=\"linli\", error=\"invalid_token\"";
            case TOKEN_EXPIRED ->
                "Bearer realm=\"linli\", error=\"invalid_token\", error_description=\"The token has expired\"";
            case KEY_INVALID -> "ApiKey realm=\"linli\"";
            case SESSION_ENDED -> "OIDC";
            case HTTP_VERSION,
                    BAD_REQUEST,
                    METHOD_NOT_ALLOWED,
                    NOT_FOUND,
                    SIGN_IN_UNAVAILABLE,
                    CROSS_SITE,
                    NOT_FOR_THIS_KEY,
                    TOO_MANY_REQUESTS,
                    BODY_TOO_LARGE,
                    BODY_TOO_SLOW,
                    OVERLOADED,
                    SERVICE_UNAVAILABLE,
                    SERVICE_BROKE_OFF,
                    TIME_OUT,
                    INTERNAL_ERROR -> "";
        };
    }
}
