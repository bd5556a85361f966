package org.linli.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.gateway.GatewayConfiguration;
import org.linli.gateway.call.Call;

/** Looks at the session that a browser brings along, and renews its tokens before they end. */
@ApplicationScoped
public class Sessions {

    /** How long what a refresh token gave is remembered: calls of one page that were under way together. */
    private static final Duration TOGETHER = Duration.ofMinutes(1);

    /** A cookie is written anew when this part of the idle time has gone by. */
    private static final int PARTS_OF_IDLE = 20;

    private final Cookies cookies;
    private final Issuer issuer;
    private final Endings endings;
    private final GatewayConfiguration.SignIn settings;
    private final Cache<UUID, Renewal> renewals =
            Caffeine.newBuilder().expireAfterWrite(TOGETHER).build();

    Sessions(Cookies cookies, Issuer issuer, Endings endings, GatewayConfiguration configuration) {
        this.cookies = cookies;
        this.issuer = issuer;
        this.endings = endings;
        this.settings = configuration.signIn();
    }

    private record Renewal(String refreshToken, Future<BrowserSession.Tokens> tokens) {}

    /** What the browser's cookie is worth now; gives it a newer cookie where that is due. */
    public Future<SessionVerdict> check(Call call) {
        if (!cookies.has(call, Cookies.SESSION)) {
            return Future.succeededFuture(new SessionVerdict.Absent());
        }
        Instant now = Instant.now();
        Optional<BrowserSession> brought = cookies.read(call, Cookies.SESSION).flatMap(BrowserSession::of);
        if (brought.isEmpty() || isOver(brought.get(), now)) {
            return Future.succeededFuture(ended(call));
        }
        if (!endings.areKnown()) {
            return Future.succeededFuture(new SessionVerdict.Unknown());
        }
        BrowserSession session = brought.get();
        if (now.isBefore(session.tokens().accessUntil().minus(settings.early()))) {
            if (session.seen().plus(settings.idle().dividedBy(PARTS_OF_IDLE)).isBefore(now)) {
                write(call, session.seenAt(now));
            }
            return Future.succeededFuture(inForce(session));
        }
        return renew(call, session);
    }

    private boolean isOver(BrowserSession session, Instant now) {
        return !now.isBefore(session.until())
                || !now.isBefore(session.seen().plus(settings.idle()))
                || endings.include(session.id());
    }

    private Future<SessionVerdict> renew(Call call, BrowserSession session) {
        if (session.tokens().refresh() == null) {
            boolean over = !Instant.now().isBefore(session.tokens().accessUntil());
            return Future.succeededFuture(over ? ended(call) : inForce(session));
        }
        return renewed(session)
                .map(tokens -> {
                    BrowserSession newer = session.with(tokens, Instant.now());
                    write(call, newer);
                    return inForce(newer);
                })
                .recover(failure -> Future.succeededFuture(withoutNewer(call, session, failure)));
    }

    /** Calls of one browser that come together ask once: many issuers take a refresh token only once. */
    private Future<BrowserSession.Tokens> renewed(BrowserSession session) {
        String refreshToken = session.tokens().refresh();
        return renewals.asMap()
                .compute(
                        session.id(),
                        (id, last) -> last != null && last.refreshToken.equals(refreshToken) && !last.tokens.failed()
                                ? last
                                : new Renewal(refreshToken, ask(refreshToken)))
                .tokens;
    }

    private Future<BrowserSession.Tokens> ask(String refreshToken) {
        return issuer.tokens(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken))
                .map(answer -> IssuedTokens.of(answer, refreshToken));
    }

    private SessionVerdict withoutNewer(Call call, BrowserSession session, Throwable failure) {
        if (failure instanceof Issuer.Refused) {
            return ended(call);
        }
        boolean stillGood = Instant.now().isBefore(session.tokens().accessUntil());
        return stillGood ? inForce(session) : new SessionVerdict.Unknown();
    }

    /** Puts a session into the browser. */
    void write(Call call, BrowserSession session) {
        cookies.write(call, Cookies.SESSION, session.toJson(), Duration.between(Instant.now(), session.until()));
    }

    /** The refresh token of the session that the browser brought; null if there is none. */
    String refreshToken(Call call) {
        return cookies.read(call, Cookies.SESSION)
                .flatMap(BrowserSession::of)
                .map(session -> session.tokens().refresh())
                .orElse(null);
    }

    /** Takes the session out of the browser. */
    void clear(Call call) {
        cookies.clear(call, Cookies.SESSION);
    }

    private SessionVerdict ended(Call call) {
        clear(call);
        return new SessionVerdict.Ended();
    }

    private static SessionVerdict inForce(BrowserSession session) {
        Instant accessUntil = session.tokens().accessUntil();
        Instant until = accessUntil.isBefore(session.until()) ? accessUntil : session.until();
        return new SessionVerdict.InForce(session.id(), session.tokens().access(), until);
    }
}
