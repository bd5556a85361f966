package org.linli.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.linli.gateway.admission.Admission;
import org.linli.gateway.admission.Doorkeeper;
import org.linli.gateway.call.Call;
import org.linli.gateway.call.Networks;
import org.linli.gateway.call.Reception;
import org.linli.gateway.limit.Crowd;
import org.linli.gateway.limit.Kind;
import org.linli.gateway.limit.RateLimits;
import org.linli.gateway.openapi.Pages;
import org.linli.gateway.problem.Problem;
import org.linli.gateway.problem.ProblemCode;
import org.linli.gateway.route.Forwarding;
import org.linli.gateway.route.RequestTarget;
import org.linli.gateway.route.RouteTable;
import org.linli.gateway.route.RouteTable.Route;
import org.linli.gateway.session.Endings;
import org.linli.gateway.session.SignIn;

/** Where every request comes in, before anything else in the server sees it; what is not named here does not exist. */
@ApplicationScoped
class FrontDoor {

    private static final Logger LOG = Logger.getLogger(FrontDoor.class);
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<String> HEALTH =
            Set.of("/q/health", "/q/health/ready", "/q/health/live", "/q/health/started");
    private static final int RETRY_SECONDS = 2;
    /** How long a call without a token may go on. */
    private static final Duration WITHOUT_TOKEN = Duration.ofMinutes(1);

    private final Reception reception;
    private final Doorkeeper doorkeeper;
    private final BrowserDoor browserDoor;
    private final Endings endings;
    private final RateLimits rates;
    private final Crowd crowd;
    private final Forwarding forwarding;
    private final Pages pages;
    private final Networks metricsReaders;

    FrontDoor(
            Reception reception,
            Doorkeeper doorkeeper,
            BrowserDoor browserDoor,
            Endings endings,
            RateLimits rates,
            Crowd crowd,
            Forwarding forwarding,
            Pages pages,
            GatewayConfiguration configuration) {
        this.reception = reception;
        this.doorkeeper = doorkeeper;
        this.browserDoor = browserDoor;
        this.endings = endings;
        this.rates = rates;
        this.crowd = crowd;
        this.forwarding = forwarding;
        this.pages = pages;
        this.metricsReaders = new Networks(configuration.metricsReaders());
    }

    void open(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::enter).failureHandler(this::fail);
    }

    /** What the server gives up on (no Host, a page that throws): in our words, and without the path in the log. */
    private void fail(RoutingContext routing) {
        Call call = reception.receive(routing);
        if (routing.statusCode() >= 400 && routing.statusCode() < 500) {
            refuse(call, ProblemCode.BAD_REQUEST);
        } else {
            LOG.error("a call failed in the server", routing.failure());
            refuse(call, ProblemCode.INTERNAL_ERROR);
        }
    }

    private void enter(RoutingContext routing) {
        // Nothing of the body is read before somebody is there to take it.
        routing.request().pause();
        Call call = reception.receive(routing);
        try {
            lead(call);
        } catch (RuntimeException bug) {
            LOG.error("a call failed at the door", bug);
            call.refuse(Problem.of(ProblemCode.INTERNAL_ERROR));
        }
    }

    private void lead(Call call) {
        if (call.request().version() == HttpVersion.HTTP_1_0) {
            // Its answers cannot be streamed: the end of a body would be the end of the connection, whole or not.
            refuse(call, ProblemCode.HTTP_VERSION);
            return;
        }
        Optional<RequestTarget> target = RequestTarget.of(call.request().uri());
        if (target.isEmpty() || call.origin().host().isEmpty() || hasUnclearLength(call)) {
            refuse(call, ProblemCode.BAD_REQUEST);
        } else if (!reception.answeredPreflight(call)) {
            direct(call, target.get());
        }
    }

    private void direct(Call call, RequestTarget target) {
        Optional<Route> route = RouteTable.find(target.path());
        Optional<RouteTable.Open> open = RouteTable.findOpen(target.path());
        if (route.isPresent()) {
            call.goesTo(route.get().resource());
            admit(call, target, route.get());
        } else if (open.isPresent()) {
            admitAnybody(call, target, open.get());
        } else if (BrowserDoor.has(target.path())) {
            call.goesTo("session");
            if (rates.allow(call, call.origin().client(), BrowserDoor.kind(target.path()))) {
                browserDoor.enter(call, target.path());
            }
        } else if (target.path().equals("/openapi")) {
            reading(call, "openapi", () -> pages.answerOpenApi(call, target.query()));
        } else if (Pages.hasFile(target.path())) {
            reading(call, Pages.nameOf(target.path()), () -> pages.answerFile(call, target.path()));
        } else if (HEALTH.contains(target.path())) {
            reading(call, "health", () -> passToServer(call));
        } else if (target.path().equals("/q/metrics")
                && metricsReaders.contain(call.request().remoteAddress())) {
            reading(call, "metrics", () -> passToServer(call));
        } else {
            refuse(call, ProblemCode.NOT_FOUND);
        }
    }

    private void reading(Call call, String name, Runnable answer) {
        call.goesTo(name);
        if (READING.contains(call.request().method())) {
            answer.run();
        } else {
            call.response().putHeader("Allow", "GET, HEAD");
            refuse(call, ProblemCode.METHOD_NOT_ALLOWED);
        }
    }

    private static void passToServer(Call call) {
        call.discardRest();
        call.routing().next();
    }

    /** Whoever is shown a credential may check it: nobody signs in for that. */
    private void admitAnybody(Call call, RequestTarget target, RouteTable.Open open) {
        if (!crowd.letsUnknown(call)) {
            call.refuse(Problem.of(ProblemCode.OVERLOADED).retryAfter(RETRY_SECONDS));
            return;
        }
        if (!rates.allow(call, call.origin().client(), Kind.OPEN)) {
            return;
        }
        Runnable forward = () -> forwarding.forward(
                call, target, open.route().service(), Instant.now().plus(WITHOUT_TOKEN));
        if (open.readOnly()) {
            reading(call, open.route().resource(), forward);
            return;
        }
        call.goesTo(open.route().resource());
        if (METHODS.contains(call.request().method())) {
            forward.run();
        } else {
            refuse(call, ProblemCode.METHOD_NOT_ALLOWED);
        }
    }

    private void admit(Call call, RequestTarget target, Route route) {
        if (!METHODS.contains(call.request().method())) {
            refuse(call, ProblemCode.METHOD_NOT_ALLOWED);
            return;
        }
        if (!Forwarding.asksForStream(call, target) && !crowd.lets(call)) {
            call.refuse(Problem.of(ProblemCode.OVERLOADED).retryAfter(RETRY_SECONDS));
            return;
        }
        doorkeeper
                .admit(call)
                .onSuccess(admission -> decide(call, target, route, admission))
                .onFailure(bug -> {
                    LOG.error("it could not be decided who comes in", bug);
                    refuse(call, ProblemCode.INTERNAL_ERROR);
                });
    }

    private void decide(Call call, RequestTarget target, Route route, Admission admission) {
        switch (admission) {
            case Admission.Admitted admitted -> {
                if (!rates.allow(call, admitted.client(), Kind.of(call.request().method()))) {
                    return;
                }
                if (admitted.endsWith() != null && Forwarding.asksForStream(call, target)) {
                    endings.watch(admitted.endsWith(), call);
                }
                forwarding.forward(call, target, route.service(), admitted.until());
            }
            case Admission.Refused refused -> call.refuse(refused.problem());
            case Admission.Answered answered -> LOG.trace("it was told already why not");
            case Admission.SignInFirst first -> {
                String to = URLEncoder.encode(target.toRequestLine(), StandardCharsets.US_ASCII);
                call.response().setStatusCode(302).putHeader("Location", SignIn.PATH + "?to=" + to);
                call.end(Buffer.buffer());
            }
        }
    }

    /** Two readings of where a body ends are how one request is smuggled behind another (RFC 9112, section 11.2). */
    private static boolean hasUnclearLength(Call call) {
        var headers = call.request().headers();
        var encodings = headers.getAll("Transfer-Encoding");
        var lengths = headers.getAll("Content-Length");
        boolean known = encodings.isEmpty()
                || encodings.size() == 1 && encodings.getFirst().equals("chunked");
        return !known || lengths.size() > 1 || !encodings.isEmpty() && !lengths.isEmpty();
    }

    private static void refuse(Call call, ProblemCode code) {
        call.refuse(Problem.of(code));
    }
}
