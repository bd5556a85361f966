package org.linli.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the gateway itself asks for: keys, tokens, health and OpenAPI. Its pool is apart from that of the calls. */
@ApplicationScoped
public class Fetch {

    private static final int CONNECT_MILLISECONDS = 2_000;
    private static final int SILENCE_SECONDS = 10;
    private static final int CONNECTIONS = 16;
    private static final int LARGEST_ANSWER = 64 * 1024;

    /** Questions that are asked once, under way to one address at once. */
    private static final int ASKED_ONCE = 64;

    private final HttpClient client;
    private final HttpClient patient;

    Fetch(Vertx vertx) {
        client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS)
                .setMaxWaitQueueSize(CONNECTIONS * 8)
                .setConnectTimeout(CONNECT_MILLISECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setIdleTimeout(SILENCE_SECONDS)
                .setTracingPolicy(TracingPolicy.IGNORE));
        // a connection of its own each time: one that waits to be used again may be closed just when it is
        patient = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setMaxPoolSize(ASKED_ONCE)
                .setMaxWaitQueueSize(ASKED_ONCE * 8)
                .setConnectTimeout(CONNECT_MILLISECONDS)
                .setTracingPolicy(TracingPolicy.IGNORE));
    }

    /**
     * The document at an address.
     *
     * @param within how long it may take
     * @param mostBytes how large it may be
     * @return fails if it is away, late, too large or answered with a status other than 200
     */
    public Future<Buffer> document(URI address, Duration within, int mostBytes) {
        var answer = client.request(options(address))
                .compose(request -> request.send()
                        .compose(response ->
                                response.statusCode() == 200 ? whole(response, mostBytes) : refused(response)));
        return timeLimited(answer, address, within);
    }

    /** The status with which an address answers. */
    public Future<Integer> status(URI address, Duration within) {
        var answer = client.request(options(address))
                .compose(request ->
                        request.send().compose(response -> response.end().map(end -> response.statusCode())));
        return timeLimited(answer, address, within);
    }

    /**
     * Posts something and waits for the answer, whatever its status.
     *
     * @param headers names and values
     * @param body what is sent
     * @return fails if it is away, late or too large
     */
    public Future<Answer> post(URI address, Map<String, String> headers, Buffer body, Duration within) {
        RequestOptions options = options(address).setMethod(HttpMethod.POST);
        headers.forEach(options::putHeader);
        var answer = client.request(options)
                .compose(request -> request.send(body)
                        .compose(response -> whole(response, LARGEST_ANSWER)
                                .map(content -> new Answer(response.statusCode(), content))));
        return timeLimited(answer, address, within);
    }

    /**
     * Posts something that must not be asked twice, and waits for the answer, whatever its status.
     *
     * @param toConnect how long it may take until it can be sent
     * @param patience how long the answer may take from then on
     * @return fails with {@link UnreachableException} if nothing was sent, and with {@link UnansweredException} if it
     *     was and nobody knows what came of it
     */
    public Future<Answer> postOnce(
            URI address, Map<String, String> headers, Buffer body, Duration toConnect, Duration patience) {
        RequestOptions options = options(address).setMethod(HttpMethod.POST).setConnectTimeout(toConnect.toMillis());
        headers.forEach(options::putHeader);
        return patient.request(options)
                .recover(failure -> Future.failedFuture(new UnreachableException(address, failure)))
                .compose(request -> request.send(body)
                        .compose(response -> whole(response, LARGEST_ANSWER)
                                .map(content -> new Answer(response.statusCode(), content)))
                        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .recover(failure -> {
                            request.reset();
                            return Future.failedFuture(new UnansweredException(address, failure));
                        }));
    }

    /** What came back. */
    public record Answer(int status, Buffer body) {}

    private <T> Future<T> timeLimited(Future<T> answer, URI address, Duration within) {
        return answer.timeout(within.toMillis(), TimeUnit.MILLISECONDS)
                .recover(failure -> Future.failedFuture(new UnreachableException(address, failure)));
    }

    private static Future<Buffer> whole(HttpClientResponse response, int mostBytes) {
        Buffer content = Buffer.buffer();
        response.handler(part -> {
            if (content.length() + part.length() > mostBytes) {
                response.request().reset();
            } else {
                content.appendBuffer(part);
            }
        });
        return response.end().map(content);
    }

    private static Future<Buffer> refused(HttpClientResponse response) {
        return response.end().compose(end -> Future.failedFuture("status " + response.statusCode()));
    }

    private static RequestOptions options(URI address) {
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(address.toString())
                .putHeader("Accept", "application/json");
    }

    /** Something the gateway asked for did not come. */
    public static final class UnreachableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreachableException(URI address, Throwable cause) {
            super(address + ": " + cause.getMessage(), cause);
        }
    }

    /** Something was asked, and no answer came. */
    public static final class UnansweredException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnansweredException(URI address, Throwable cause) {
            super(address + ": " + cause.getMessage(), cause);
        }
    }
}
