package org.linli.gateway.call;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.regex.Pattern;

/**
 * Where a call comes from, as the services are told. What the caller claims in X-Forwarded headers counts only if it
 * is a proxy that the site trusts.
 *
 * @param addresses the X-Forwarded-For chain, ending with the peer of our connection
 * @param scheme http or https, as the person's browser sees it
 * @param host the host (and port) the caller asked for
 */
public record Origin(String addresses, String scheme, String host) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.\\-\\[\\]:]{1,255}");

    static Origin of(HttpServerRequest request, Networks trustedProxies) {
        var peer = request.remoteAddress();
        String address = peer == null || peer.hostAddress() == null ? "unknown" : peer.hostAddress();
        Origin direct = new Origin(address, request.isSSL() ? "https" : "http", host(request));
        return trustedProxies.contain(peer) ? direct.behind(request) : direct;
    }

    private Origin behind(HttpServerRequest proxy) {
        String chain = proxy.getHeader("X-Forwarded-For");
        String forwardedScheme = proxy.getHeader("X-Forwarded-Proto");
        String forwardedHost = proxy.getHeader("X-Forwarded-Host");
        return new Origin(
                chain == null || chain.length() > 500 ? addresses : chain + ", " + addresses,
                "https".equalsIgnoreCase(forwardedScheme) ? "https" : scheme,
                isHost(forwardedHost) ? forwardedHost : host);
    }

    private static String host(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        String host = authority == null ? null : authority.toString();
        return isHost(host) ? host : "";
    }

    private static boolean isHost(String host) {
        return host != null && HOST.matcher(host).matches();
    }

    /** Whether the caller's own connection is encrypted. */
    public boolean isSecure() {
        return scheme.equals("https");
    }
}
