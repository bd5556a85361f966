package org.linli.kit.http;

import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;
import org.linli.kit.Ids;

/** The id of a request, given by the gateway in {@code X-Request-Id}, or made here. */
public final class RequestIds {
    /** Header that carries the id. */
    public static final String HEADER = "X-Request-Id";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final String KEPT = "linli.request-id";

    private RequestIds() {}

    /** The same id for every call with the same context. */
    public static String of(RoutingContext context) {
        String known = context.get(KEPT);
        if (known != null) {
            return known;
        }
        String given = context.request().getHeader(HEADER);
        String id = given != null && SANE.matcher(given).matches()
                ? given
                : Ids.next().toString();
        context.put(KEPT, id);
        return id;
    }
}
