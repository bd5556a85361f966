package org.linli.gateway;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.linli.gateway.call.Call;
import org.linli.gateway.call.Networks;
import org.linli.gateway.call.Reception;
import org.linli.gateway.openapi.Pages;
import org.linli.gateway.problem.Problem;
import org.linli.gateway.problem.ProblemCode;
import org.linli.gateway.route.Forwarding;
import org.linli.gateway.route.RequestTarget;
import org.linli.gateway.route.RouteTable;
import org.linli.gateway.route.RouteTable.Route;
import org.linli.gateway.token.TokenCheck;
import org.linli.gateway.token.TokenVerdict;

/** Where every request comes in, before anything else in the server sees it; what is not named here does not exist. */
@ApplicationScoped
class FrontDoor {

    private static final Logger LOG = Logger.getLogger(FrontDoor.class);
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<String> HEALTH =
            Set.of("/q/health", "/q/health/ready", "/q/health/live", "/q/health/started");
    private static final int KEYS_RETRY_SECONDS = 2;
    /** How long a call without a token may go on. */
    private static final Duration WITHOUT_TOKEN = Duration.ofMinutes(1);

    private final Reception reception;
    private final TokenCheck tokenCheck;
    private final Forwarding forwarding;
    private final Pages pages;
    private final Networks metricsReaders;

    FrontDoor(
            Reception reception,
            TokenCheck tokenCheck,
            Forwarding forwarding,
            Pages pages,
            GatewayConfiguration configuration) {
        this.reception = reception;
        this.tokenCheck = tokenCheck;
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
        } else if (target.path().equals("/openapi")) {
            reading(call, "openapi", () -> pages.answerOpenApi(call, target.query()));
        } else if (Pages.hasFile(target.path())) {
            reading(call, "docs", () -> pages.answerFile(call, target.path()));
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
        tokenCheck
                .check(call.request().headers())
                .onSuccess(verdict -> decide(call, target, route, verdict))
                .onFailure(bug -> {
                    LOG.error("a token could not be checked", bug);
                    refuse(call, ProblemCode.INTERNAL_ERROR);
                });
    }

    private void decide(Call call, RequestTarget target, Route route, TokenVerdict verdict) {
        switch (verdict) {
            case TokenVerdict.Accepted accepted -> forwarding.forward(call, target, route.service(), accepted.until());
            case TokenVerdict.Missing missing -> refuse(call, ProblemCode.TOKEN_MISSING);
            case TokenVerdict.Expired expired -> refuse(call, ProblemCode.TOKEN_EXPIRED);
            case TokenVerdict.Invalid invalid -> refuse(call, ProblemCode.TOKEN_INVALID);
            case TokenVerdict.KeysUnavailable away ->
                call.refuse(Problem.of(ProblemCode.SIGN_IN_UNAVAILABLE).retryAfter(KEYS_RETRY_SECONDS));
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
