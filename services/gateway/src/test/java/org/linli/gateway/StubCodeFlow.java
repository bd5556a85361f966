package org.linli.gateway;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwt.NumericDate;

/** Signs in whoever the query parameter {@code login} names, and checks what a careful issuer checks. */
public final class StubCodeFlow {

    private final StubIssuer issuer;
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private final Map<String, Session> refreshTokens = new ConcurrentHashMap<>();
    private final Set<Session> stolen = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> shown = new ConcurrentHashMap<>();
    private final AtomicInteger refreshed = new AtomicInteger();
    private volatile Duration answersAfter = Duration.ZERO;
    private volatile boolean hangsUp;
    private volatile int seconds = 600;
    private volatile String login = "somebody";
    private volatile String nonceInstead;
    private volatile JsonObject errorInstead;
    private volatile int errorStatus;

    StubCodeFlow(StubIssuer issuer) {
        this.issuer = issuer;
    }

    private record Asked(String subject, String nonce, String challenge, String redirectUri, String client) {}

    /** The refresh tokens that followed one another from one sign-in on. */
    private static final class Session {
        private final String subject;
        private String token;

        Session(String subject) {
            this.subject = subject;
        }
    }

    /** Who signs in from now on. */
    public void login(String subject) {
        login = subject;
    }

    /** How long tokens last from now on. */
    public void tokensLast(int newSeconds) {
        seconds = newSeconds;
    }

    /** From now on ID tokens have this nonce; null: the one that was asked for. */
    public void answerWithNonce(String nonce) {
        nonceInstead = nonce;
    }

    /** Nobody's session at the issuer goes on. */
    public void forgetEverybody() {
        refreshTokens.clear();
    }

    /** Somebody is signed in already; answers their refresh token. */
    public String signedIn(String subject) {
        return tokens(new Session(subject)).getString("refresh_token");
    }

    /** Whether somebody showed a refresh token twice, which ends the session it is of. */
    public boolean wasStolen(String refreshToken) {
        Session session = refreshTokens.get(refreshToken);
        return session != null && stolen.contains(session);
    }

    /** From now on whoever asks for tokens is hung up on; the token they showed is not used. */
    public void hangsUp(boolean hangs) {
        hangsUp = hangs;
    }

    /** From now on the issuer says this to whoever asks for tokens; 0: what is right. */
    public void answerWithError(int status, String error) {
        errorStatus = status;
        errorInstead = status == 0 ? null : new JsonObject().put("error", error);
    }

    /** How often somebody showed this refresh token. */
    public int shown(String refreshToken) {
        return shown.getOrDefault(refreshToken, 0);
    }

    /** How often somebody showed a refresh token. */
    public int refreshed() {
        return refreshed.get();
    }

    void authorize(HttpServerRequest request) {
        String code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Asked(
                        login,
                        request.getParam("nonce"),
                        request.getParam("code_challenge"),
                        request.getParam("redirect_uri"),
                        request.getParam("client_id")));
        boolean careful = "S256".equals(request.getParam("code_challenge_method"))
                && "code".equals(request.getParam("response_type"));
        request.response()
                .setStatusCode(careful ? 302 : 400)
                .putHeader(
                        "Location",
                        request.getParam("redirect_uri") + "?code=" + code + "&state=" + request.getParam("state"))
                .end();
    }

    void token(HttpServerRequest request) {
        request.setExpectMultipart(true);
        request.end().onSuccess(read -> {
            boolean renewal = "refresh_token".equals(request.getFormAttribute("grant_type"));
            if (renewal) {
                refreshed.incrementAndGet();
                shown.merge(request.getFormAttribute("refresh_token"), 1, Integer::sum);
            }
            if (hangsUp) {
                request.connection().close();
                return;
            }
            if (errorInstead != null) {
                request.response().setStatusCode(errorStatus).end(errorInstead.encode());
                return;
            }
            JsonObject answer = renewal ? refresh(request.getFormAttribute("refresh_token")) : exchange(request);
            request.response().setStatusCode(answer.containsKey("error") ? 400 : 200);
            CompletableFuture.delayedExecutor(answersAfter.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> request.response().end(answer.encode()));
        });
    }

    private JsonObject exchange(HttpServerRequest request) {
        Asked asked = codes.remove(request.getFormAttribute("code"));
        boolean good = asked != null
                && asked.challenge.equals(sha256(request.getFormAttribute("code_verifier")))
                && asked.redirectUri.equals(request.getFormAttribute("redirect_uri"))
                && asked.client.equals(request.getFormAttribute("client_id"));
        if (!good) {
            return new JsonObject().put("error", "invalid_grant");
        }
        String nonce = nonceInstead == null ? asked.nonce : nonceInstead;
        return tokens(new Session(asked.subject)).put("id_token", issuer.token(claims -> {
            claims.setSubject(asked.subject);
            claims.setAudience(asked.client);
            claims.setStringClaim("nonce", nonce);
        }));
    }

    /** From now on tokens are given out that much later. */
    public void answersAfter(Duration later) {
        answersAfter = later;
    }

    /** Each refresh token works once; one that is shown again ends the session it is of (RFC 9700, 4.14.2). */
    private synchronized JsonObject refresh(String token) {
        Session session = refreshTokens.get(token);
        if (session == null || stolen.contains(session)) {
            return new JsonObject().put("error", "invalid_grant");
        }
        if (!token.equals(session.token)) {
            stolen.add(session);
            return new JsonObject().put("error", "invalid_grant");
        }
        return tokens(session);
    }

    private synchronized JsonObject tokens(Session session) {
        String refreshToken = UUID.randomUUID().toString();
        session.token = refreshToken;
        refreshTokens.put(refreshToken, session);
        NumericDate end = NumericDate.now();
        end.addSeconds(seconds);
        return new JsonObject()
                .put("access_token", issuer.token(claims -> {
                    claims.setSubject(session.subject);
                    claims.setExpirationTime(end);
                }))
                .put("token_type", "Bearer")
                .put("expires_in", seconds)
                .put("refresh_token", refreshToken);
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
