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
     * What is answered without a sign-in, by what the path begins with. Calendars: their programs cannot sign in, the
     * secret address is what they know. Open badges: keys, lists of revocations and the check of a credential are for
     * the world. Schemas: what an event's {@code dataschema} leads to says nothing about anybody.
     */
    private static final Map<String, Open> OPEN = Map.of(
            "/calendars/", new Open(new Route("calendars", ACTIVITY), true),
            "/open-badges/", new Open(new Route("open-badges", POINTS), false),
            "/schemas/", new Open(new Route("schemas", NOTIFICATION), true));

    /** The last part of a path whose answer is an event stream; a test compares it with the OpenAPI of all services. */
    private static final String STREAM = "/stream";

    /** Who asks for events may wait until there are some: such a call takes no place of those that are answered now. */
    private static final String LONG_POLL = API + "events";

    private static final String OPERATIONS = "operations";
    private static final String PERSONAL_DATA = "personal-data";

    /** First parts of a path that say nothing yet: the second part decides. */
    private static final Set<String> SHARED = Set.of(OPERATIONS, PERSONAL_DATA, "statistics");

    private static final Map<String, Route> BY_RESOURCE = Stream.of(
                    of(REGISTRATION, "divisions", "volunteers", "teams", "stations", "recipients", "role-grants", "me"),
                    of(REGISTRATION, "volunteer-imports", "statistics/volunteers"),
                    of(REGISTRATION, "wards", "pairings", "star-ratings", "api-keys"),
                    of(ACTIVITY, "requests", "dispatches", "check-ins", "service-records"),
                    of(ACTIVITY, "service-record-imports", "statistics/service"),
                    of(ACTIVITY, "activities", "activity-templates", "activity-categories", "calendar-feeds"),
                    of(ACTIVITY, "projects", "project-claims"),
                    of(ACTIVITY, "sessions", "session-series", "sign-ups"),
                    of(POINTS, "passbooks", "postings", "points-rules", "ledger"),
                    of(NOTIFICATION, "inbox", "channel-addresses", "notification-preferences", "deliveries"),
                    of(NOTIFICATION, "message-templates", "events"),
                    of(POINTS, "badges", "badge-rules"),
                    of(POINTS, "points-schemes", "merchants", "offers", "redemptions", "transfers", "funds"),
                    of(REGISTRATION, "erasures"),
                    // What each service holds of the caller: /api/v1/personal-data/<service>
                    Arrays.stream(Service.values()).map(s -> new Route(PERSONAL_DATA + "/" + s.label(), s)),
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

    /** Whether the answer is an event stream, which lasts as long as what the caller showed. */
    public static boolean isStream(String path) {
        return path.startsWith(API) && path.endsWith(STREAM);
    }

    /** Whether the caller may wait for the answer: a stream, or a call that is answered when something happened. */
    public static boolean isWaiting(String path) {
        return isStream(path) || path.equals(LONG_POLL);
    }

    /** The route of a path that needs no sign-in; empty for all others. */
    public static Optional<Open> findOpen(String path) {
        return OPEN.entrySet().stream()
                .filter(open -> path.startsWith(open.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String upToSlash(String text, int from) {
        int slash = from > text.length() ? -1 : text.indexOf('/', from);
        return slash < 0 ? text : text.substring(0, slash);
    }

    private static Stream<Route> of(Service service, String... resources) {
        return Arrays.stream(resources).map(resource -> new Route(resource, service));
    }

    /**
     * What needs no sign-in.
     *
     * @param route whose it is
     * @param readOnly whether it can only be looked at
     */
    public record Open(Route route, boolean readOnly) {}

    /**
     * One resource.
     *
     * @param resource its name, safe for logs and metrics
     * @param service who owns it
     */
    public record Route(String resource, Service service) {}
}
