package org.linli.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.linli.gateway.Fetch;
import org.linli.gateway.GatewayConfiguration;

/** The sign-in as its client sees it: where it is (OpenID Connect Discovery) and what it gives for what. */
@ApplicationScoped
class Issuer {

    private static final Logger LOG = Logger.getLogger(Issuer.class);
    private static final Duration WITHIN = Duration.ofSeconds(5);
    /** RFC 6749, section 5.2: used, ended, revoked or never given. */
    private static final String GRANT_NOT_GOOD = "invalid_grant";

    /** Bad gateway, gateway timeout: somebody in front of the issuer did not hear it, which may be at it still. */
    private static final Set<Integer> NOT_HEARD = Set.of(502, 504);

    private static final int MOST_BYTES = 256 * 1024;

    private final Fetch fetch;
    private final String name;
    private final String reached;
    private final Duration refresh;
    private final GatewayConfiguration.SignIn client;
    private final AtomicReference<Known> known = new AtomicReference<>();

    Issuer(Fetch fetch, GatewayConfiguration configuration) {
        this.fetch = fetch;
        this.name = configuration.tokens().issuer().toString();
        this.reached = configuration
                .tokens()
                .inside()
                .orElse(configuration.tokens().issuer())
                .toString();
        this.refresh = configuration.tokens().keysRefresh();
        this.client = configuration.signIn();
    }

    private record Known(long readNanos, JsonObject document) {}

    /** The issuer said no, in a way that trying again does not change. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why, null, false, false);
        }
    }

    /** The issuer was asked, and what it made of it is not known: it may have used the grant. */
    static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unanswered(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    String name() {
        return name;
    }

    /** Where something is done, for example {@code authorization_endpoint}; null if the issuer does not do it. */
    Future<String> endpoint(String kind) {
        return discovery().map(document -> document.getString(kind));
    }

    /** The same for what nobody can sign in without; fails if the issuer does not say where it is. */
    Future<String> needed(String kind) {
        return endpoint(kind)
                .compose(address -> address == null
                        ? Future.failedFuture("discovery names no " + kind)
                        : Future.succeededFuture(address));
    }

    /**
     * Gets tokens for a grant (RFC 6749). Fails with {@link Refused} if the grant is not, or no longer, good, and only
     * then: what else an issuer says (too many requests, a client it does not know at the moment, no endpoint) is about
     * it or us, and nobody is signed out by it.
     */
    Future<JsonObject> tokens(Map<String, String> grant) {
        return needed("token_endpoint").compose(address -> post(address, grant)).map(Issuer::granted);
    }

    /**
     * The tokens that follow a refresh token, which may count only once. Fails with {@link Refused} as above, with
     * {@link Unanswered} if the token was shown and nobody knows what came of it, otherwise if it was not used.
     *
     * @param patience how long the issuer may take
     */
    Future<BrowserSession.Tokens> renewed(String refreshToken, Duration patience) {
        Map<String, String> grant = Map.of("grant_type", "refresh_token", "refresh_token", refreshToken);
        return needed("token_endpoint")
                .compose(address -> {
                    Question question = question(address, grant);
                    return fetch.postOnce(question.address(), question.headers(), question.form(), WITHIN, patience);
                })
                .recover(failure -> Future.failedFuture(
                        failure instanceof Fetch.UnansweredException ? new Unanswered(failure) : failure))
                .map(answer -> renewed(answer, refreshToken));
    }

    private static BrowserSession.Tokens renewed(Fetch.Answer answer, String refreshToken) {
        if (NOT_HEARD.contains(answer.status())) {
            throw new Unanswered(new IllegalStateException("status " + answer.status()));
        }
        try {
            return IssuedTokens.of(granted(answer), refreshToken);
        } catch (Refused refused) {
            throw refused;
        } catch (RuntimeException failure) {
            throw answer.status() == 200 ? new Unanswered(failure) : failure;
        }
    }

    private static JsonObject granted(Fetch.Answer answer) {
        if (answer.status() == 200) {
            return answer.body().toJsonObject();
        }
        String error = error(answer.body());
        String why = "status " + answer.status() + " " + error;
        if (answer.status() < 500 && error.equals(GRANT_NOT_GOOD)) {
            throw new Refused(why);
        }
        throw new IllegalStateException(why);
    }

    /** Tells the issuer that a refresh token is not needed any more (RFC 7009); whether that works changes nothing. */
    Future<Void> forget(String refreshToken) {
        return endpoint("revocation_endpoint")
                .compose(address -> address == null || refreshToken == null
                        ? Future.succeededFuture()
                        : post(address, Map.of("token", refreshToken, "token_type_hint", "refresh_token")))
                .onFailure(failure -> LOG.infof("a token could not be revoked: %s", failure.getMessage()))
                .otherwiseEmpty()
                .mapEmpty();
    }

    private Future<Fetch.Answer> post(String address, Map<String, String> fields) {
        Question question = question(address, fields);
        return fetch.post(question.address(), question.headers(), question.form(), WITHIN);
    }

    private record Question(URI address, Map<String, String> headers, Buffer form) {}

    private Question question(String address, Map<String, String> fields) {
        Map<String, String> headers = new LinkedHashMap<>();
        Map<String, String> form = new LinkedHashMap<>(fields);
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        if (client.clientSecret().isPresent()) {
            String pair = encoded(client.client()) + ":"
                    + encoded(client.clientSecret().get());
            headers.put(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        } else {
            form.put("client_id", client.client());
        }
        return new Question(URI.create(fromHere(address, name, reached)), headers, Buffer.buffer(form(form)));
    }

    /**
     * An address of the issuer as it is reached from inside. Keycloak names some of its addresses by what browsers call
     * it even if it was asked from inside, where that name leads to nobody (decision 108).
     */
    static String fromHere(String address, String name, String reached) {
        String outside = withoutSlash(name) + "/";
        return address.startsWith(outside)
                ? withoutSlash(reached) + "/" + address.substring(outside.length())
                : address;
    }

    private static String withoutSlash(String base) {
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** Names and values as a form or a query has them. */
    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The code of a refusal; nothing else of it may get into a log. */
    private static String error(Buffer body) {
        try {
            return String.valueOf(body.toJsonObject().getString("error"));
        } catch (RuntimeException unreadable) {
            return "";
        }
    }

    private Future<JsonObject> discovery() {
        Known last = known.get();
        if (last != null && System.nanoTime() - last.readNanos < refresh.toNanos()) {
            return Future.succeededFuture(last.document);
        }
        return fetch.document(
                        URI.create(withoutSlash(reached) + "/.well-known/openid-configuration"), WITHIN, MOST_BYTES)
                .map(Buffer::toJsonObject)
                .map(document -> {
                    if (!name.equals(document.getString("issuer"))) {
                        throw new IllegalStateException("discovery names another issuer");
                    }
                    known.set(new Known(System.nanoTime(), document));
                    return document;
                })
                // what it said before is better than nothing
                .recover(
                        failure -> last == null ? Future.failedFuture(failure) : Future.succeededFuture(last.document));
    }
}
