package org.linli.gateway.call;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.regex.Pattern;
import org.linli.gateway.limit.Client;

/**
 * Where a call comes from, as the services are told. What the caller claims in X-Forwarded headers counts only if it
 * is a proxy that the site trusts.
 *
 * @param addresses the X-Forwarded-For chain, ending with the peer of our connection
 * @param peer the address that called us; behind trusted proxies the one that called the first of them
 * @param scheme http or https, as the person's browser sees it
 * @param host the host (and port) the caller asked for
 */
public record Origin(String addresses, String peer, String scheme, String host) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.\\-\\[\\]:]{1,255}");

    static Origin of(HttpServerRequest request, Networks trustedProxies) {
        var peer = request.remoteAddress();
        String address = peer == null || peer.hostAddress() == null ? "unknown" : peer.hostAddress();
        Origin direct = new Origin(address, address, request.isSSL() ? "https" : "http", host(request));
        return trustedProxies.contain(peer) ? direct.behind(request, trustedProxies) : direct;
    }

    private Origin behind(HttpServerRequest proxy, Networks trustedProxies) {
        // Several lines are one list (RFC 9110, section 5.3).
        List<String> entries = ForwardedFor.entries(proxy.headers().getAll("X-Forwarded-For"));
        String forwardedScheme = proxy.getHeader("X-Forwarded-Proto");
        String forwardedHost = proxy.getHeader("X-Forwarded-Host");
        return new Origin(
                entries.isEmpty() ? addresses : String.join(", ", entries) + ", " + addresses,
                ForwardedFor.client(entries, peer, trustedProxies),
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

    /**
     * Whom calls without a sign-in are counted for: the last address that somebody we trust has seen, in IPv6 with all
     * of its network. What stands before it in the chain anybody may have written.
     */
    public Client client() {
        return Client.address(ForwardedFor.countedAs(peer));
    }

    /** Scheme, host and port, as a page of ours has them for its origin. */
    public String address() {
        return scheme + "://" + host;
    }

    /** Whether the caller's own connection is encrypted. */
    public boolean isSecure() {
        return scheme.equals("https");
    }
}
