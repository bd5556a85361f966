package org.linli.gateway.session;

import io.quarkus.runtime.Startup;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.linli.gateway.GatewayConfiguration;
import org.linli.gateway.call.Call;

/**
 * Our two cookies: the session and an attempt to sign in. No script reads them, no other site's form sends them along,
 * and over https their name alone says that no other host set them (RFC 6265bis, {@code __Host-}).
 */
@ApplicationScoped
@Startup // a missing or broken key is found at the start, not by the first person who signs in
class Cookies {

    /** Somebody is signed in. */
    static final String SESSION = "linli";

    /** Somebody is on the way to the issuer and back. */
    static final String ATTEMPT = "linli-attempt";

    private final CookieSeal seal;
    private final boolean alwaysSecure;

    Cookies(GatewayConfiguration configuration) {
        alwaysSecure = configuration
                .signIn()
                .publicAddress()
                .filter(address -> "https".equals(address.getScheme()))
                .isPresent();
        seal = new CookieSeal(SessionKeys.read(configuration.signIn()));
    }

    /** Whether the browser sent one of that name, whatever is in it. */
    boolean has(Call call, String name) {
        return !values(call, name).isEmpty();
    }

    /** What we put into it; empty if there is none, if somebody else made it, or if there are two. */
    Optional<JsonObject> read(Call call, String name) {
        List<String> values = values(call, name);
        return values.size() == 1 ? seal.open(name, values.getFirst()) : Optional.empty();
    }

    /** All of that name: the server's own reading would tell one of several, without a word on the others. */
    private List<String> values(Call call, String name) {
        String beginning = named(call, name) + "=";
        return call.request().headers().getAll("Cookie").stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(pair -> pair.startsWith(beginning))
                .map(pair -> pair.substring(beginning.length()))
                .toList();
    }

    /** Gives it to the browser with whatever the call is answered. */
    void write(Call call, String name, JsonObject content, Duration lifetime) {
        send(call, name, seal.seal(name, content), Math.max(0, lifetime.toSeconds()));
    }

    /** Takes it back. */
    void clear(Call call, String name) {
        send(call, name, "", 0);
    }

    /** Seals something that gateways alone can read, for one another. */
    String sealed(String name, JsonObject content) {
        return seal.seal(name, content);
    }

    /** What a gateway sealed under that name; empty for anything else. */
    Optional<JsonObject> opened(String name, String sealed) {
        return seal.open(name, sealed);
    }

    private void send(Call call, String name, String value, long seconds) {
        String secure = isSecure(call) ? "; Secure" : "";
        String cookie =
                named(call, name) + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax" + secure;
        call.putCookie(name, cookie);
    }

    private String named(Call call, String name) {
        return isSecure(call) ? "__Host-" + name : name;
    }

    private boolean isSecure(Call call) {
        return alwaysSecure || call.origin().isSecure();
    }
}
