package org.linli.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Keeps cookies and follows redirects as a browser does, but tells every step. */
public final class Browser {

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String lastCookieLine = "";

    /** Signs in from the start page to wherever it leads. */
    public HttpResponse<String> signIn() {
        return signIn("/");
    }

    public HttpResponse<String> signIn(String to) {
        HttpResponse<String> toIssuer = open("/sign-in?to=" + to);
        HttpResponse<String> back = elsewhere(location(toIssuer));
        return open(pathOf(location(back)));
    }

    /** As if an address were typed. */
    public HttpResponse<String> open(String path) {
        return send(
                path,
                request -> request.header("Sec-Fetch-Mode", "navigate")
                        .header("Sec-Fetch-Dest", "document")
                        .header("Accept", "text/html"));
    }

    /** As a script of our own page reads. */
    public HttpResponse<String> read(String path) {
        return send(
                path,
                request -> request.header("X-Requested-With", "linli")
                        .header("Sec-Fetch-Mode", "cors")
                        .header("Sec-Fetch-Dest", "empty"));
    }

    /** As a script of our own page posts. */
    public HttpResponse<String> post(String path) {
        return post(path, request -> request.header("X-Requested-With", "linli"));
    }

    public HttpResponse<String> post(String path, UnaryOperator<HttpRequest.Builder> change) {
        return send(path, request -> change.apply(request.POST(BodyPublishers.ofString("{}"))));
    }

    public HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> change) {
        HttpResponse<String> response = Caller.call(path, request -> {
            HttpRequest.Builder changed = change.apply(request);
            return cookies.isEmpty() ? changed : changed.header("Cookie", cookieHeader());
        });
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        return response;
    }

    /** A page of another host. */
    public static HttpResponse<String> elsewhere(String address) {
        try {
            return Caller.CLIENT.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(Duration.ofSeconds(20))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("no Location: " + response.statusCode() + " " + response.body()));
    }

    public static String pathOf(String address) {
        URI uri = URI.create(address);
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    /** The last Set-Cookie that gave something. */
    public String lastCookieLine() {
        return lastCookieLine;
    }

    public String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String line) {
        String pair = line.substring(0, line.indexOf(';'));
        String name = pair.substring(0, pair.indexOf('='));
        if (line.contains("Max-Age=0;")) {
            cookies.remove(name);
        } else {
            cookies.put(name, pair.substring(name.length() + 1));
            lastCookieLine = line;
        }
    }
}
