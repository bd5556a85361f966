package org.linli.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.linli.gateway.session.BrowserSession.Tokens;

/**
 * Changes refresh tokens for newer tokens, each one once, however many calls and gateways want to: many issuers take a
 * refresh token only once, and end the session of whoever shows it again (decision 123). So a token that was shown to
 * the issuer is not shown again as long as an answer may come: whoever waits goes on without, and the next call finds
 * what came.
 */
@ApplicationScoped
class Renewals {

    private static final Logger LOG = Logger.getLogger(Renewals.class);

    /** How long a refused one is not tried again; longer than sessions last, but for those set to last for days. */
    private static final Duration REFUSED = Duration.ofHours(12);

    private static final int MOST_REFUSED = 100_000;

    /** How often it is looked whether another gateway is done, at first and when no call waits for it any more. */
    private static final Duration LOOK = Duration.ofMillis(150);

    private static final Duration LOOK_LATER = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Issuer issuer;
    private final RenewalClaims claims;
    private final Patience patience;
    private final Cache<String, Renewal> remembered;
    private final Cache<String, Boolean> unanswered;
    private final Cache<String, Boolean> refused = Caffeine.newBuilder()
            .expireAfterWrite(REFUSED)
            .maximumSize(MOST_REFUSED)
            .build();

    @Inject
    Renewals(Vertx vertx, Issuer issuer, RenewalClaims claims) {
        this(vertx, issuer, claims, Patience.USUAL);
    }

    Renewals(Vertx vertx, Issuer issuer, RenewalClaims claims, Patience patience) {
        this.vertx = vertx;
        this.issuer = issuer;
        this.claims = claims;
        this.patience = patience;
        this.remembered = Caffeine.newBuilder()
                .expireAfterWrite(patience.answer().multipliedBy(2).plus(RenewalClaims.KEPT))
                .build();
        this.unanswered =
                Caffeine.newBuilder().expireAfterWrite(patience.hold()).build();
    }

    /**
     * How long one waits.
     *
     * @param calls for a renewal, from its beginning on; then they go on without
     * @param answer for the issuer's answer
     * @param hold until a token of which nothing was heard is shown again; registration keeps the turn for as long. It
     *     is more than the answer may take, the way to the issuer included: until then nobody else shows it
     */
    record Patience(Duration calls, Duration answer, Duration hold) {
        static final Patience USUAL =
                new Patience(Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(90));
    }

    /**
     * One that is under way or over.
     *
     * @param outcome comes when it comes
     * @param inTime the same for those who wait, who all wait until the same moment
     */
    private record Renewal(Future<Tokens> outcome, Future<Tokens> inTime) {

        Future<Tokens> forNow() {
            return outcome.isComplete() ? outcome : inTime;
        }

        /** Under way, or something came of it that is of use. */
        boolean isUseful(String refreshToken) {
            return !outcome.isComplete() || outcome.succeeded() && leadsOn(outcome.result(), refreshToken);
        }
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
                        (key, last) -> last != null && last.isUseful(refreshToken) ? last : begun(name, refreshToken))
                .forNow()
                .compose(tokens -> counts(tokens) ? Future.succeededFuture(tokens) : after(tokens, refreshToken));
    }

    /** What was fetched so late that it is over by now still names what comes next. */
    private Future<Tokens> after(Tokens tokens, String refreshToken) {
        return leadsOn(tokens, refreshToken)
                ? after(tokens.refresh())
                : Future.failedFuture("the issuer gave tokens that are over");
    }

    /** Tokens that still count, or from which newer ones follow than from the token at hand. */
    private static boolean leadsOn(Tokens tokens, String refreshToken) {
        return counts(tokens) || isNewer(tokens, refreshToken);
    }

    private static boolean counts(Tokens tokens) {
        return Instant.now().isBefore(tokens.accessUntil());
    }

    private static boolean isNewer(Tokens tokens, String refreshToken) {
        return tokens.refresh() != null && !tokens.refresh().equals(refreshToken);
    }

    private Renewal begun(String name, String refreshToken) {
        Future<Tokens> outcome = turn(name, UUID.randomUUID().toString(), refreshToken, Instant.now());
        return new Renewal(outcome, outcome.timeout(patience.calls().toMillis(), TimeUnit.MILLISECONDS));
    }

    private Future<Tokens> turn(String name, String claim, String refreshToken, Instant begun) {
        return claims.claim(name, claim).compose(answer -> switch (answer) {
            case RenewalClaims.Answer.Mine mine -> asked(name, mine.claim(), refreshToken);
            case RenewalClaims.Answer.Done done -> Future.succeededFuture(done.tokens());
            case RenewalClaims.Answer.Refused no -> refused(name);
            case RenewalClaims.Answer.Unknown away -> alone(name, claim, refreshToken);
            case RenewalClaims.Answer.Theirs theirs -> later(name, claim, refreshToken, begun);
        });
    }

    private Future<Tokens> alone(String name, String claim, String refreshToken) {
        return unanswered.getIfPresent(name) == null
                ? asked(name, claim, refreshToken)
                : Future.failedFuture("the issuer may still answer");
    }

    /** Looks again, if not for ever: somebody may come to ask anew. */
    private Future<Tokens> later(String name, String claim, String refreshToken, Instant begun) {
        Duration waited = Duration.between(begun, Instant.now());
        if (waited.compareTo(patience.answer()) > 0) {
            return Future.failedFuture("another gateway is not done yet");
        }
        Duration pause = waited.compareTo(patience.calls()) < 0 ? LOOK : LOOK_LATER;
        return vertx.timer(pause.toMillis(), TimeUnit.MILLISECONDS)
                .compose(now -> turn(name, claim, refreshToken, begun));
    }

    private Future<Tokens> asked(String name, String claim, String refreshToken) {
        Instant asked = Instant.now();
        return issuer.renewed(refreshToken, patience.answer())
                .onSuccess(tokens -> {
                    boolean late = Duration.between(asked, Instant.now()).compareTo(patience.calls()) >= 0;
                    claims.keep(name, claim, tokens, late && isNewer(tokens, refreshToken));
                })
                .recover(failure -> switch (failure) {
                    case Issuer.Refused no -> {
                        claims.keep(name, claim, null, false);
                        yield refused(name);
                    }
                    // the turn stays ours until it runs out: the issuer may be at it still
                    case Issuer.Unanswered silent -> {
                        unanswered.put(name, true);
                        LOG.infof("the issuer does not say what became of a session: %s", silent.getMessage());
                        yield Future.failedFuture(silent);
                    }
                    default -> {
                        claims.release(name, claim);
                        LOG.debugf("a session could not be renewed: %s", failure.getMessage());
                        yield Future.failedFuture(failure);
                    }
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
