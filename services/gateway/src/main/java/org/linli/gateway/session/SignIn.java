package org.linli.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.linli.gateway.Fetch;
import org.linli.gateway.GatewayConfiguration;
import org.linli.gateway.call.Call;
import org.linli.gateway.call.PublicAddress;
import org.linli.gateway.problem.Problem;
import org.linli.gateway.problem.ProblemCode;
import org.linli.gateway.token.TokenCheck;
import org.linli.gateway.token.TokenVerdict;

/**
 * The way of a browser to the issuer and back: OpenID Connect's authorization code flow with PKCE (RFC 7636, RFC 9700).
 * What must be the same on both ends of the way (state, nonce, verifier) goes along in a sealed cookie.
 */
@ApplicationScoped
public class SignIn {

    /** Where one begins. */
    public static final String PATH = "/sign-in";

    /** Where the issuer sends people back to; has to be registered there. */
    public static final String BACK = "/sign-in/callback";

    private static final Logger LOG = Logger.getLogger(SignIn.class);
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final int RETRY_SECONDS = 2;
    private static final int RANDOM_BYTES = 32;
    private static final int TOO_OFTEN = 429;

    private final Cookies cookies;
    private final Sessions sessions;
    private final Issuer issuer;
    private final TokenCheck tokens;
    private final Fetch fetch;
    private final URI beginSession;
    private final GatewayConfiguration.SignIn settings;
    private final SecureRandom random = new SecureRandom();

    SignIn(
            Cookies cookies,
            Sessions sessions,
            Issuer issuer,
            TokenCheck tokens,
            Fetch fetch,
            GatewayConfiguration configuration) {
        this.cookies = cookies;
        this.sessions = sessions;
        this.issuer = issuer;
        this.tokens = tokens;
        this.fetch = fetch;
        this.beginSession = configuration.services().registration().resolve("/api/v1/me/browser-sessions");
        this.settings = configuration.signIn();
    }

    /** Sends the browser to the issuer. */
    public void begin(Call call) {
        String verifier = random();
        JsonObject attempt = new JsonObject()
                .put("state", random())
                .put("nonce", random())
                .put("verifier", verifier)
                .put("until", Instant.now().plus(settings.attempt()).getEpochSecond())
                .put("to", LocalPath.of(call.request().getParam("to")));
        issuer.needed("authorization_endpoint")
                .onSuccess(address -> {
                    Map<String, String> question = new LinkedHashMap<>();
                    question.put("response_type", "code");
                    question.put("client_id", settings.client());
                    question.put("redirect_uri", back(call));
                    question.put("scope", settings.scope());
                    question.put("state", attempt.getString("state"));
                    question.put("nonce", attempt.getString("nonce"));
                    question.put("code_challenge", sha256(verifier));
                    question.put("code_challenge_method", "S256");
                    question.put("ui_locales", call.language().tag());
                    cookies.write(call, Cookies.ATTEMPT, attempt, settings.attempt());
                    redirect(call, address + (address.contains("?") ? "&" : "?") + Issuer.form(question));
                })
                .onFailure(failure -> away(call, failure));
    }

    /** Takes the browser back with a code, and puts a session into it. */
    public void complete(Call call) {
        Optional<JsonObject> attempt = cookies.read(call, Cookies.ATTEMPT).filter(SignIn::isFresh);
        cookies.clear(call, Cookies.ATTEMPT);
        String state = call.request().getParam("state");
        String code = call.request().getParam("code");
        if (attempt.isEmpty() || state == null || !isSame(state, attempt.get().getString("state"))) {
            // An old tab, or somebody else's link: nobody is signed in by it.
            redirect(call, "/?sign-in=again");
        } else if (code == null) {
            redirect(call, "/?sign-in=refused");
        } else {
            exchange(call, attempt.get(), code);
        }
    }

    private void exchange(Call call, JsonObject attempt, String code) {
        Map<String, String> grant = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                back(call),
                "code_verifier",
                attempt.getString("verifier"));
        issuer.tokens(grant)
                .compose(answer -> checked(answer, attempt.getString("nonce")))
                .compose(this::session)
                .onSuccess(session -> {
                    sessions.write(call, session);
                    redirect(call, attempt.getString("to"));
                })
                .onFailure(failure -> {
                    switch (failure) {
                        case Issuer.Refused refused -> {
                            LOG.infof("a sign-in was refused: %s", refused.getMessage());
                            redirect(call, "/?sign-in=refused");
                        }
                        case TooOften often -> redirect(call, "/?sign-in=often");
                        default -> away(call, failure);
                    }
                });
    }

    /** Registration begins no more sessions of the same person for a moment. */
    private static final class TooOften extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooOften() {
            super("too many sessions in a minute", null, false, false);
        }
    }

    /** Only what answers our question, with a token that services will accept. */
    private Future<BrowserSession.Tokens> checked(JsonObject answer, String nonce) {
        if (!IssuedTokens.answers(answer, issuer.name(), settings.client(), nonce)) {
            return Future.failedFuture(new Issuer.Refused("the ID token answers another question"));
        }
        BrowserSession.Tokens issued = IssuedTokens.of(answer, null);
        return tokens.check(issued.access())
                .compose(verdict -> verdict instanceof TokenVerdict.Accepted accepted
                        ? Future.succeededFuture(
                                new BrowserSession.Tokens(issued.access(), accepted.until(), issued.refresh()))
                        : Future.failedFuture(new Issuer.Refused("its own token does not count")));
    }

    /** Registration keeps the list of sessions: by it they are ended. */
    private Future<BrowserSession> session(BrowserSession.Tokens issued) {
        return fetch.post(beginSession, Map.of("Authorization", "Bearer " + issued.access()), Buffer.buffer(), WITHIN)
                .map(answer -> {
                    if (answer.status() == TOO_OFTEN) {
                        throw new TooOften();
                    }
                    if (answer.status() != 201) {
                        throw new IllegalStateException("registration begins no session: " + answer.status());
                    }
                    JsonObject begun = answer.body().toJsonObject();
                    return new BrowserSession(
                            UUID.fromString(begun.getString("id")), begun.getInstant("until"), Instant.now(), issued);
                });
    }

    private static void away(Call call, Throwable failure) {
        LOG.warnf("nobody can sign in: %s", failure.getMessage());
        call.refuse(Problem.of(ProblemCode.SIGN_IN_UNAVAILABLE).retryAfter(RETRY_SECONDS));
    }

    static void redirect(Call call, String to) {
        call.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, to);
        call.end(Buffer.buffer());
    }

    private String back(Call call) {
        return address(call) + BACK;
    }

    /** Our own address as browsers know it. */
    String address(Call call) {
        return PublicAddress.origin(settings.publicAddress())
                .orElseGet(() -> call.origin().address());
    }

    private static boolean isFresh(JsonObject attempt) {
        return Instant.now().getEpochSecond() < attempt.getLong("until", 0L);
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
