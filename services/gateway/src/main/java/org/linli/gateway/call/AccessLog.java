package org.linli.gateway.call;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * One line and one measurement per call. Personal data cannot get in: no path beyond the resource, no query, no
 * header but the request id, no address.
 */
final class AccessLog {

    private static final Logger LOG = Logger.getLogger("linli.access");

    private final MeterRegistry registry;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    AccessLog(MeterRegistry registry) {
        this.registry = registry;
    }

    void ended(Call call) {
        int status = call.response().getStatusCode();
        long nanos = call.elapsedNanos();
        // The caller went away, or a service did in the middle of its answer.
        boolean whole = call.response().ended();
        timer(call.route(), whole ? status / 100 + "xx" : "cut").record(nanos, TimeUnit.NANOSECONDS);
        // Put together by hand: parsing a format string for every call is the dearest part of a line.
        LOG.info("method=" + call.request().method().name() + " route=" + call.route() + " status=" + status + " ms="
                + TimeUnit.NANOSECONDS.toMillis(nanos) + " bytes="
                + call.response().bytesWritten() + " request=" + call.requestId() + (whole ? "" : " cut"));
    }

    private Timer timer(String route, String outcome) {
        return timers.computeIfAbsent(
                route + ' ' + outcome,
                key -> Timer.builder("linli.gateway.calls")
                        .description("Calls by resource and outcome")
                        .tag("route", route)
                        .tag("outcome", outcome)
                        .register(registry));
    }
}
