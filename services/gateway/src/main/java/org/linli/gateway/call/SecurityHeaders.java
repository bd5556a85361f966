package org.linli.gateway.call;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/**
 * What browsers are told about every answer (OWASP REST Security Cheat Sheet). Written last, so that a service can
 * neither weaken nor repeat them.
 */
final class SecurityHeaders {

    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence TRANSPORT_SECURITY = HttpHeaders.createOptimized("Strict-Transport-Security");
    private static final CharSequence FRAME_OPTIONS = HttpHeaders.createOptimized("X-Frame-Options");
    private static final CharSequence REQUEST_ID = HttpHeaders.createOptimized("X-Request-Id");
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox";
    private static final String OWN_FILES = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
            + "form-action 'none'";

    private static final String OWN_PAGE = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "connect-src 'self'; img-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private SecurityHeaders() {}

    private static String contentSecurityPolicy(Call call) {
        return switch (call.route()) {
            case "docs" -> OWN_FILES;
            case "start" -> OWN_PAGE;
            default -> NOTHING;
        };
    }

    static void write(Call call) {
        MultiMap headers = call.response().headers();
        headers.set(REQUEST_ID, call.requestId());
        headers.set(CONTENT_TYPE_OPTIONS, "nosniff");
        headers.set(REFERRER_POLICY, "no-referrer");
        headers.set(FRAME_OPTIONS, "DENY");
        headers.set(CONTENT_SECURITY_POLICY, contentSecurityPolicy(call));
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (call.origin().isSecure()) {
            headers.set(TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains");
        }
    }
}
