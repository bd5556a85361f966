package org.linli.gateway.call;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.gateway.problem.Language;
import org.linli.gateway.problem.Problem;
import org.linli.gateway.problem.ProblemCode;

/** One request to the gateway, from its first line to the last byte of its answer. Lives on one event loop. */
public final class Call {

    /** How long the rest of a refused body is read and thrown away, so that the caller can read the refusal. */
    private static final long LINGER_MILLISECONDS = 2_000;

    /** Name of a route before it is known, and of everything that is nowhere. */
    static final String NO_ROUTE = "-";

    private final RoutingContext routing;
    private final String requestId;
    private final Origin origin;
    private final long startedNanos = System.nanoTime();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String route = NO_ROUTE;
    private String bearer;

    Call(RoutingContext routing, Networks trustedProxies) {
        this.routing = routing;
        this.requestId = RequestId.of(routing.request().getHeader("X-Request-Id"));
        this.origin = Origin.of(routing.request(), trustedProxies);
    }

    public RoutingContext routing() {
        return routing;
    }

    public HttpServerRequest request() {
        return routing.request();
    }

    public HttpServerResponse response() {
        return routing.response();
    }

    public String requestId() {
        return requestId;
    }

    public Origin origin() {
        return origin;
    }

    /** The resource asked for, for logs and metrics; never an id or a name out of the path. */
    public String route() {
        return route;
    }

    public void goesTo(String newRoute) {
        route = newRoute;
    }

    /** What goes to the browser in Set-Cookie; a later one of the same name wins. */
    public void putCookie(String name, String cookie) {
        cookies.put(name, cookie);
    }

    Collection<String> cookies() {
        return cookies.values();
    }

    /** The token that services get in place of what the caller showed us; null if the caller's own goes on. */
    String bearer() {
        return bearer;
    }

    public void actsWith(String token) {
        bearer = token;
    }

    /** Since the head of the request was read. */
    public long elapsedNanos() {
        return System.nanoTime() - startedNanos;
    }

    /** The language of our own words in the answer. */
    public Language language() {
        return Language.of(request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** Answers with a page or document of our own. */
    public void answer(String contentType, Buffer body) {
        response().putHeader(HttpHeaders.CONTENT_TYPE, contentType);
        end(body);
    }

    /** Ends the answer, without the body if only its head was asked for. */
    public void end(Buffer body) {
        discardRest();
        response().putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        if (request().method() == io.vertx.core.http.HttpMethod.HEAD) {
            response().end();
        } else {
            response().end(body);
        }
    }

    /** Refuses; once the head of another answer is out, the connection is cut so that nobody takes it as whole. */
    public void refuse(Problem problem) {
        if (response().ended() || response().closed()) {
            return;
        }
        if (response().headWritten()) {
            response().reset();
            return;
        }
        Language language = language();
        response().setStatusCode(problem.code().status());
        problem.writeHeaders(response().headers(), language);
        if (problem.code() == ProblemCode.BODY_TOO_LARGE) {
            response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        end(problem.body(language, requestId));
    }

    /** Reads what is left of the request's body and forgets it, for a short while only. */
    public void discardRest() {
        if (request().isEnded()) {
            return;
        }
        request().resume();
        routing.vertx().setTimer(LINGER_MILLISECONDS, timer -> {
            if (!request().isEnded()) {
                request().connection().close();
            }
        });
    }
}
