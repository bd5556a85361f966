package org.linli.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.jboss.logging.Logger;
import org.linli.gateway.session.BrowserSession.Tokens;

/**
 * Changes refresh tokens for newer tokens, each one once, however many calls and gateways want to: many issuers take a
 * refresh token only once, and end the session of whoever shows it again (decision 123).
 */
@ApplicationScoped
class Renewals {

    private static final Logger LOG = Logger.getLogger(Renewals.class);

    /** How long a refused one is not tried again; longer than sessions last, but for those set to last for days. */
    private static final Duration REFUSED = Duration.ofHours(12);

    private static final int MOST_REFUSED = 100_000;

    /** How often it is looked whether another gateway is done, and how many times before the caller is put off. */
    private static final long LOOK_MILLISECONDS = 150;

    private static final int MOST_LOOKS = 40;

    private final Vertx vertx;
    private final Issuer issuer;
    private final RenewalClaims claims;
    private final Cache<String, Future<Tokens>> remembered =
            Caffeine.newBuilder().expireAfterWrite(RenewalClaims.KEPT).build();
    private final Cache<String, Boolean> refused = Caffeine.newBuilder()
            .expireAfterWrite(REFUSED)
            .maximumSize(MOST_REFUSED)
            .build();

    Renewals(Vertx vertx, Issuer issuer, RenewalClaims claims) {
        this.vertx = vertx;
        this.issuer = issuer;
        this.claims = claims;
    }

    /** The tokens that follow; fails with {@link Issuer.Refused} if none do, otherwise if it cannot be said now. */
    Future<Tokens> after(String refreshToken) {
        String name = name(refreshToken);
        if (refused.getIfPresent(name) != null) {
            return Future.failedFuture(new Issuer.Refused("it was refused before"));
        }
        return remembered
                .asMap()
                .compute(
                        name,
                        (key, last) -> last != null && isUseful(last) ? last : renewed(name, refreshToken, MOST_LOOKS));
    }

    /** Under way, or tokens that still count: an issuer may let the same refresh token be used again and again. */
    private static boolean isUseful(Future<Tokens> renewal) {
        return !renewal.isComplete()
                || renewal.succeeded()
                        && Instant.now().isBefore(renewal.result().accessUntil());
    }

    private Future<Tokens> renewed(String name, String refreshToken, int looks) {
        return claims.claim(name).compose(answer -> switch (answer) {
            case RenewalClaims.Answer.Mine mine -> asked(name, mine, refreshToken);
            case RenewalClaims.Answer.Done done -> Future.succeededFuture(done.tokens());
            case RenewalClaims.Answer.Refused no -> refused(name);
            case RenewalClaims.Answer.Unknown away -> asked(name, null, refreshToken);
            case RenewalClaims.Answer.Theirs theirs ->
                looks == 0
                        ? Future.failedFuture("another gateway is not done yet")
                        : vertx.timer(LOOK_MILLISECONDS).compose(later -> renewed(name, refreshToken, looks - 1));
        });
    }

    private Future<Tokens> asked(String name, RenewalClaims.Answer.Mine mine, String refreshToken) {
        return issuer.tokens(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken))
                .map(answer -> IssuedTokens.of(answer, refreshToken))
                .onSuccess(tokens -> claims.keep(name, mine, tokens))
                .recover(failure -> {
                    if (failure instanceof Issuer.Refused) {
                        claims.keep(name, mine, null);
                        return refused(name);
                    }
                    claims.release(name, mine);
                    LOG.debugf("a session could not be renewed: %s", failure.getMessage());
                    return Future.failedFuture(failure);
                });
    }

    private Future<Tokens> refused(String name) {
        refused.put(name, true);
        return Future.failedFuture(new Issuer.Refused("the issuer does not go on with it"));
    }

    /** Names a refresh token to those who have it, and to nobody else. */
    private static String name(String refreshToken) {
        try {
            byte[] text = ("linli renewal " + refreshToken).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
