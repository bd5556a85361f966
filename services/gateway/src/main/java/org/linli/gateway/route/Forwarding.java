package org.linli.gateway.route;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.linli.gateway.GatewayConfiguration;
import org.linli.gateway.call.Call;
import org.linli.gateway.limit.Breaker;
import org.linli.gateway.problem.Problem;
import org.linli.gateway.problem.ProblemCode;

/** Passes calls to the services, over one bounded pool for ordinary calls and another for event streams. */
@ApplicationScoped
public class Forwarding {

    private static final ProxyOptions WITHOUT_WEB_SOCKETS = new ProxyOptions().setSupportWebSocket(false);

    private final Vertx vertx;
    private final HttpClient calls;
    private final HttpClient streams;
    private final PathLimits limits;
    private final int retrySeconds;
    private final Map<Service, Breaker> breakers = new EnumMap<>(Service.class);
    private final Map<Service, RequestOptions> addresses = new EnumMap<>(Service.class);

    Forwarding(Vertx vertx, GatewayConfiguration configuration) {
        this.vertx = vertx;
        var connections = configuration.connections();
        calls = vertx.createHttpClient(
                options(connections).setMaxPoolSize(connections.calls()).setMaxWaitQueueSize(connections.waiting()));
        // Nobody waits for a stream to end: when all are taken, the next one is refused at once.
        streams = vertx.createHttpClient(
                options(connections).setMaxPoolSize(connections.streams()).setMaxWaitQueueSize(0));
        retrySeconds = (int) Math.max(1, configuration.breakers().open().toSeconds());
        limits = new PathLimits(configuration.limits());
        for (Service service : Service.values()) {
            addresses.put(service, address(service.address(configuration.services())));
            breakers.put(
                    service,
                    new Breaker(
                            configuration.breakers().failures(),
                            configuration.breakers().open(),
                            System::nanoTime));
        }
    }

    /**
     * Sends the call on and its answer back.
     *
     * @param until when the token ends, and with it an event stream
     */
    public void forward(Call call, RequestTarget target, Service service, Instant until) {
        long limit = limits.body(target.path());
        if (declaredLength(call) > limit) {
            call.refuse(Problem.of(ProblemCode.BODY_TOO_LARGE).naming(limit));
            return;
        }
        Breaker breaker = breakers.get(service);
        if (!breaker.lets()) {
            call.refuse(Problem.of(ProblemCode.SERVICE_UNAVAILABLE).retryAfter(retrySeconds));
            return;
        }
        if ("100-continue".equalsIgnoreCase(call.request().getHeader("Expect"))) {
            call.response().writeContinue();
        }
        boolean stream = asksForStream(call, target);
        HttpClient client = stream ? streams : calls;
        var callLimits = new ForwardedCall.Limits(limit, limits.milliseconds(target.path()), stream ? until : null);
        var forwarded = new ForwardedCall(vertx, call, target, callLimits, breaker);
        HttpProxy.reverseProxy(WITHOUT_WEB_SOCKETS, client)
                .origin(proxy -> forwarded.connect(client, new RequestOptions(addresses.get(service))))
                .addInterceptor(forwarded)
                .handle(call.request());
    }

    /**
     * Whether the caller waits for events, for as long as they come or until there are some. Where they go decides and
     * not what they say in Accept: with that anybody could get out of the limits of ordinary calls, or bring a stream
     * under them.
     */
    public static boolean asksForStream(Call call, RequestTarget target) {
        return call.request().method() == HttpMethod.GET && RouteTable.isWaiting(target.path());
    }

    /** A length that cannot be read does not get here: the server refuses it. */
    private static long declaredLength(Call call) {
        String length = call.request().getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length.strip());
    }

    private static RequestOptions address(URI uri) {
        boolean secure = "https".equals(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? 443 : 80;
        return new RequestOptions().setHost(uri.getHost()).setPort(port).setSsl(secure);
    }

    private static HttpClientOptions options(GatewayConfiguration.Connections connections) {
        return new HttpClientOptions()
                .setKeepAlive(true)
                .setPipelining(false)
                .setKeepAliveTimeout((int) connections.keepAlive().toSeconds())
                .setConnectTimeout((int) connections.connectTime().toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout((int) connections.silence().toMillis())
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setMaxHeaderSize(16 * 1024);
    }
}
