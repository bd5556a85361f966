package org.linli.gateway;

import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.ConfigProvider;

/** Somebody outside, with a proper HTTP client or with a bare socket. */
public final class Caller {

    static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Caller() {}

    public static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    public static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** A GET, changed as the test wants. */
    public static HttpResponse<String> call(String path, UnaryOperator<HttpRequest.Builder> change) {
        try {
            return CLIENT.send(request(path, change), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static HttpRequest request(String path, UnaryOperator<HttpRequest.Builder> change) {
        return change.apply(HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20)))
                .build();
    }

    public static HttpResponse<String> get(String path, String token) {
        return call(path, request -> request.header("Authorization", "Bearer " + token));
    }

    public static JsonObject json(HttpResponse<String> response) {
        return new JsonObject(response.body());
    }

    /** What comes back on a bare connection until it is closed or nothing more comes for a second. */
    public static String wire(String bytes) throws IOException {
        return wire(bytes, Duration.ofSeconds(1));
    }

    /** The same with another patience. */
    public static String wire(String bytes, Duration quietFor) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.setSoTimeout((int) quietFor.toMillis());
            socket.getOutputStream().write(bytes.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream received = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            try {
                for (int n = socket.getInputStream().read(part);
                        n >= 0;
                        n = socket.getInputStream().read(part)) {
                    received.write(part, 0, n);
                }
            } catch (SocketTimeoutException quiet) {
                return received + "[open]";
            } catch (IOException reset) {
                return received + "[reset]";
            }
            return received + "[closed]";
        }
    }
}
