package org.linli.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.security.Key;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** A sign-in of the test's own: discovery, keys that can be changed, and tokens good and bad. */
public final class StubIssuer {

    private final AtomicInteger keysAsked = new AtomicInteger();
    private final StubCodeFlow codes = new StubCodeFlow(this);
    private final HttpServer server;
    private volatile RsaJsonWebKey key = newKey();

    StubIssuer(Vertx vertx) throws Exception {
        server = vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private void handle(HttpServerRequest request) {
        switch (request.path()) {
            case "/linli/.well-known/openid-configuration" ->
                request.response()
                        .end(new JsonObject()
                                .put("issuer", issuer())
                                .put("jwks_uri", issuer() + "/keys")
                                .put("authorization_endpoint", issuer() + "/authorize")
                                .put("token_endpoint", issuer() + "/token")
                                .put("end_session_endpoint", issuer() + "/logout")
                                .encode());
            case "/linli/authorize" -> codes.authorize(request);
            case "/linli/logout" ->
                request.response()
                        .setStatusCode(302)
                        .putHeader("Location", request.getParam("post_logout_redirect_uri"))
                        .end();
            case "/linli/token" -> codes.token(request);
            default -> {
                keysAsked.incrementAndGet();
                request.response().end(new JsonWebKeySet(key).toJson());
            }
        }
    }

    /** The side of it that browsers and the gateway's code flow use. */
    public StubCodeFlow codes() {
        return codes;
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.actualPort() + "/linli";
    }

    public int keysAsked() {
        return keysAsked.get();
    }

    /** From now on only a new key is published and used. */
    public void changeKey() {
        key = newKey();
    }

    public String token() {
        return token(claims -> {});
    }

    public String token(Consumer<JwtClaims> change) {
        return signed(change, key.getPrivateKey(), key.getKeyId(), "RS256");
    }

    /** Signed by a key nobody publishes, under the name of the published one. */
    public String forged() {
        return signed(claims -> {}, newKey().getPrivateKey(), key.getKeyId(), "RS256");
    }

    /** Signed by a key nobody publishes, under its own name. */
    public String ofUnknownKey() {
        RsaJsonWebKey stranger = newKey();
        return signed(claims -> {}, stranger.getPrivateKey(), stranger.getKeyId(), "RS256");
    }

    public String unsigned() {
        return signed(claims -> {}, null, key.getKeyId(), "none");
    }

    /** The public key, which everybody knows, used as the secret of a symmetric signature. */
    public String confused() {
        return signed(claims -> {}, new HmacKey(key.getPublicKey().getEncoded()), key.getKeyId(), "HS256");
    }

    private String signed(Consumer<JwtClaims> change, Key signingKey, String keyId, String algorithm) {
        try {
            JwtClaims claims = new JwtClaims();
            claims.setIssuer(issuer());
            claims.setSubject(UUID.randomUUID().toString());
            claims.setIssuedAtToNow();
            claims.setNotBeforeMinutesInThePast(1);
            claims.setExpirationTimeMinutesInTheFuture(10);
            change.accept(claims);
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            signature.setPayload(claims.toJson());
            signature.setKeyIdHeaderValue(keyId);
            signature.setAlgorithmHeaderValue(algorithm);
            signature.setKey(signingKey);
            return signature.getCompactSerialization();
        } catch (JoseException bug) {
            throw new IllegalStateException(bug);
        }
    }

    private static RsaJsonWebKey newKey() {
        try {
            RsaJsonWebKey fresh = RsaJwkGenerator.generateJwk(2048);
            fresh.setKeyId(UUID.randomUUID().toString());
            fresh.setUse("sig");
            return fresh;
        } catch (JoseException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
