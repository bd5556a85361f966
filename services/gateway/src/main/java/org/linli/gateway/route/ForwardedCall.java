package org.linli.gateway.route;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.linli.gateway.call.Call;
import org.linli.gateway.call.HeaderRules;
import org.linli.gateway.limit.Breaker;
import org.linli.gateway.problem.Problem;
import org.linli.gateway.problem.ProblemCode;

/** One call on its way to a service: its limits, its deadline and what the caller is told if it comes to nothing. */
final class ForwardedCall implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(ForwardedCall.class);
    private static final int RETRY_SECONDS = 2;

    /** A stream may end itself when its token does; this is how much later we end it. */
    private static final Duration STREAM_GRACE = Duration.ofSeconds(5);

    private final Vertx vertx;
    private final Call call;
    private final RequestTarget target;
    private final Limits limits;
    private final Breaker breaker;
    private final Promise<HttpClientRequest> connection = Promise.promise();
    private LimitedBody body;
    private HttpClientRequest outgoing;
    private long timer = -1;
    private long bodyTimer = -1;
    private boolean timedOut;
    private boolean bodyLate;
    private boolean refused;

    /**
     * What the call may take.
     *
     * @param bytes the largest body
     * @param milliseconds the longest time, unless the answer is an event stream
     * @param until when an event stream ends; null if none was asked for
     */
    record Limits(long bytes, long milliseconds, Instant until) {

        /** By when the body must have come: two thirds of the time, so that the service has some left. */
        long bodyMilliseconds() {
            return Math.max(1, milliseconds * 2 / 3);
        }
    }

    ForwardedCall(Vertx vertx, Call call, RequestTarget target, Limits limits, Breaker breaker) {
        this.vertx = vertx;
        this.call = call;
        this.target = target;
        this.limits = limits;
        this.breaker = breaker;
    }

    /** Takes a connection to the service, or gives up at the deadline. */
    Future<HttpClientRequest> connect(HttpClient client, RequestOptions address) {
        client.request(address).onComplete(result -> {
            if (result.failed()) {
                connection.tryFail(result.cause());
                return;
            }
            // Before the call goes on, which may send and end the request at once: then it takes no handler any more.
            outgoing = result.result();
            // The failure itself is answered elsewhere; unheard, it would be an error in the log each time.
            outgoing.exceptionHandler(failure -> LOG.debugf("a call of %s broke: %s", call.route(), failure));
            if (!connection.tryComplete(outgoing)) {
                outgoing.reset();
            }
        });
        return connection.future();
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        HeaderRules.toService(request.headers(), call);
        request.setURI(target.toRequestLine());
        body = new LimitedBody(request.getBody().stream(), limits.bytes);
        request.setBody(Body.body(body, request.getBody().length()));
        startTimer(limits.milliseconds);
        bodyTimer = vertx.setTimer(limits.bodyMilliseconds(), fired -> giveUpOnBody());
        return context.sendRequest().recover(failure -> Future.succeededFuture(refusal(context, failure)));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        ProxyResponse response = context.response();
        if (!refused) {
            breaker.answered();
        }
        HeaderRules.toCaller(response.headers());
        boolean stream = limits.until != null && isEventStream(response);
        if (stream) {
            startTimer(Math.max(
                    1,
                    Duration.between(Instant.now(), limits.until.plus(STREAM_GRACE))
                            .toMillis()));
        }
        if (isBodiless(response)) {
            response.setBody(null);
        }
        Future<Void> sent = context.sendResponse();
        if (stream && !call.response().headWritten() && !call.response().closed()) {
            // The caller's event source is open as soon as the service has opened it, not with the first event.
            call.response().writeHead();
        }
        return sent.onComplete(done -> stopTimer()).recover(this::cut);
    }

    private static boolean isEventStream(ProxyResponse response) {
        String type = response.headers().get("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("text/event-stream");
    }

    /** Answers that have no body by definition must not be given the framing of one. */
    private boolean isBodiless(ProxyResponse response) {
        return response.getStatusCode() == 204 || response.getStatusCode() == 205;
    }

    private void startTimer(long milliseconds) {
        stopTimer();
        timer = vertx.setTimer(milliseconds, fired -> {
            timedOut = true;
            // Whoever was still sending then kept the service from answering.
            bodyLate = body.isAwaited();
            giveUp(new TimeoutException("no answer in time"));
        });
    }

    private void giveUpOnBody() {
        if (body.isAwaited()) {
            bodyLate = true;
            giveUp(new TimeoutException("no whole body in time"));
        }
    }

    private void giveUp(TimeoutException late) {
        if (!connection.tryFail(late) && outgoing != null) {
            outgoing.reset(0, late);
        }
    }

    private void stopTimer() {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
            timer = -1;
        }
        if (bodyTimer >= 0) {
            vertx.cancelTimer(bodyTimer);
            bodyTimer = -1;
        }
    }

    /** Half an answer must not look like a whole one. */
    private Future<Void> cut(Throwable failure) {
        if (!call.response().ended()) {
            LOG.debugf("an answer of %s broke off: %s", call.route(), failure.toString());
            call.response().reset();
        }
        return Future.succeededFuture();
    }

    private ProxyResponse refusal(ProxyContext context, Throwable failure) {
        stopTimer();
        refused = true;
        Problem problem = problem(failure);
        if (isTheServices(problem.code()) && !call.response().closed()) {
            breaker.failed();
        }
        if (!call.response().closed()) {
            LOG.warnf("%s for %s: %s", problem.code().code(), call.route(), failure.toString());
        }
        var content = problem.body(call.language(), call.requestId());
        ProxyResponse response = context.request()
                .release()
                .response()
                .setStatusCode(problem.code().status());
        problem.writeHeaders(response.headers(), call.language());
        if (problem.code() == ProblemCode.BODY_TOO_LARGE || problem.code() == ProblemCode.BODY_TOO_SLOW) {
            call.response().putHeader("Connection", "close");
        }
        call.discardRest();
        boolean headOnly = call.request().method() == HttpMethod.HEAD;
        return response.setBody(headOnly ? null : Body.body(content));
    }

    /** A call that was too large or too slow, or that found all connections taken, says nothing about the service. */
    private static boolean isTheServices(ProblemCode code) {
        return code == ProblemCode.SERVICE_UNAVAILABLE
                || code == ProblemCode.SERVICE_BROKE_OFF
                || code == ProblemCode.TIME_OUT;
    }

    private Problem problem(Throwable failure) {
        if (body.isTooLarge()) {
            return Problem.of(ProblemCode.BODY_TOO_LARGE).naming(limits.bytes);
        }
        if (bodyLate) {
            return Problem.of(ProblemCode.BODY_TOO_SLOW).naming(Math.max(1, limits.bodyMilliseconds() / 1000));
        }
        if (timedOut) {
            return Problem.of(ProblemCode.TIME_OUT).naming(limits.milliseconds / 1000);
        }
        if (failure instanceof ConnectionPoolTooBusyException) {
            return Problem.of(ProblemCode.OVERLOADED).retryAfter(RETRY_SECONDS);
        }
        if (outgoing == null) {
            return Problem.of(ProblemCode.SERVICE_UNAVAILABLE).retryAfter(RETRY_SECONDS);
        }
        return Problem.of(ProblemCode.SERVICE_BROKE_OFF);
    }
}
