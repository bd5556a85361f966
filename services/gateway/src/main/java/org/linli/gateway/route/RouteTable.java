package org.linli.gateway.route;

import static org.linli.gateway.route.Service.ACTIVITY;
import static org.linli.gateway.route.Service.NOTIFICATION;
import static org.linli.gateway.route.Service.POINTS;
import static org.linli.gateway.route.Service.REGISTRATION;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which resource belongs to which service: the only place that knows. */
public final class RouteTable {

    /** What stands before every resource. */
    public static final String API = "/api/v1/";

    /**
     * What stands before the secret address of a calendar. Calendar programs cannot sign in: the address is what they
     * know, and the service that gave it away decides.
     */
    public static final String CALENDARS = "/calendars/";

    private static final String OPERATIONS = "operations";

    /** First parts of a path that say nothing yet: the second part decides. */
    private static final Set<String> SHARED = Set.of(OPERATIONS, "statistics");

    private static final Map<String, Route> BY_RESOURCE = Stream.of(
                    of(REGISTRATION, "divisions", "volunteers", "teams", "stations", "recipients", "role-grants", "me"),
                    of(REGISTRATION, "volunteer-imports", "statistics/volunteers"),
                    of(ACTIVITY, "requests", "dispatches", "check-ins", "service-records"),
                    of(ACTIVITY, "service-record-imports", "statistics/service"),
                    of(ACTIVITY, "sign-ups"),
                    of(ACTIVITY, "activities", "activity-templates", "activity-categories", "calendar-feeds"),
                    of(ACTIVITY, "sessions", "session-series"),
                    of(POINTS, "passbooks", "postings", "points-rules", "ledger"),
                    of(NOTIFICATION, "inbox", "channel-addresses", "notification-preferences", "deliveries"),
                    of(NOTIFICATION, "message-templates"),
                    // What operators do with one service: /api/v1/operations/<service>/…
                    Arrays.stream(Service.values()).map(s -> new Route(OPERATIONS + "/" + s.label(), s)))
            .flatMap(routes -> routes)
            .collect(Collectors.toUnmodifiableMap(Route::resource, route -> route));

    private RouteTable() {}

    /** The route of a path, which is empty for what is nowhere. */
    public static Optional<Route> find(String path) {
        if (!path.startsWith(API)) {
            return Optional.empty();
        }
        String rest = path.substring(API.length());
        String first = upToSlash(rest, 0);
        String resource = SHARED.contains(first) ? upToSlash(rest, first.length() + 1) : first;
        return Optional.ofNullable(BY_RESOURCE.get(resource));
    }

    private static String upToSlash(String text, int from) {
        int slash = from > text.length() ? -1 : text.indexOf('/', from);
        return slash < 0 ? text : text.substring(0, slash);
    }

    private static Stream<Route> of(Service service, String... resources) {
        return Arrays.stream(resources).map(resource -> new Route(resource, service));
    }

    /**
     * One resource.
     *
     * @param resource its name, safe for logs and metrics
     * @param service who owns it
     */
    public record Route(String resource, Service service) {}
}
