package org.linli.gateway.call;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which headers pass between callers and services. */
public final class HeaderRules {

    /** RFC 9110, section 7.6.1, and what older clients send in its place. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    /** Who somebody is and where they come from, only we tell the services; cookies are between us and browsers. */
    private static final Set<String> OURS_TO_SAY = Set.of("forwarded", "via", "remote-user", "cookie", "expect");

    private static final Set<String> OURS_TO_CALLER =
            Set.of("server", "x-powered-by", "set-cookie", "ratelimit", "ratelimit-policy");

    private static final Set<String> PASSING_X = Set.of("x-request-id", "x-requested-with");

    private HeaderRules() {}

    /** From the outside to a service. An X- header passes only if it is listed, so that a new one cannot be forged. */
    public static void toService(MultiMap headers, Call call) {
        List<String> connectionNames = connectionNames(headers);
        for (String name : List.copyOf(headers.names())) {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean foreign = lower.startsWith("x-") && !PASSING_X.contains(lower);
            if (foreign || HOP_BY_HOP.contains(lower) || OURS_TO_SAY.contains(lower)) {
                headers.remove(name);
            }
        }
        connectionNames.forEach(headers::remove);
        if (call.bearer() != null) {
            headers.set("Authorization", "Bearer " + call.bearer());
        }
        headers.set("X-Request-Id", call.requestId());
        headers.set("X-Forwarded-For", call.origin().addresses());
        headers.set("X-Forwarded-Proto", call.origin().scheme());
        headers.set("X-Forwarded-Host", call.origin().host());
        if (!TraceContext.isReadable(headers.get("traceparent"))) {
            headers.remove("tracestate");
            headers.set("traceparent", TraceContext.begin());
        }
    }

    /** From a service to the outside. CORS and security headers are ours, and so are cookies. */
    public static void toCaller(MultiMap headers) {
        List<String> connectionNames = connectionNames(headers);
        for (String name : List.copyOf(headers.names())) {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean ours = lower.startsWith("access-control-") || OURS_TO_CALLER.contains(lower);
            if (ours || HOP_BY_HOP.contains(lower)) {
                headers.remove(name);
            }
        }
        connectionNames.forEach(headers::remove);
    }

    /** The headers that the sender declares to be meant for its next neighbour only. */
    private static List<String> connectionNames(MultiMap headers) {
        List<String> names = new ArrayList<>();
        for (String line : headers.getAll("connection")) {
            for (String name : line.split(",")) {
                // The length of a body is never for one hop only; believing that it were would change the framing.
                if (!name.isBlank() && !name.strip().equalsIgnoreCase("content-length")) {
                    names.add(name.strip());
                }
            }
        }
        return names;
    }
}
