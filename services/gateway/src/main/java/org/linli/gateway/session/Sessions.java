package org.linli.gateway.session;

import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.linli.gateway.GatewayConfiguration;
import org.linli.gateway.call.Call;

/** Looks at the session that a browser brings along, and renews its tokens before they end. */
@ApplicationScoped
public class Sessions {

    /** A cookie is written anew when this part of the idle time has gone by. */
    private static final int PARTS_OF_IDLE = 20;

    private final Cookies cookies;
    private final Renewals renewals;
    private final Endings endings;
    private final GatewayConfiguration.SignIn settings;

    Sessions(Cookies cookies, Renewals renewals, Endings endings, GatewayConfiguration configuration) {
        this.cookies = cookies;
        this.renewals = renewals;
        this.endings = endings;
        this.settings = configuration.signIn();
    }

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
        return renewals.after(session.tokens().refresh())
                .map(tokens -> {
                    // it may have been ended while the issuer was asked
                    if (endings.include(session.id())) {
                        return ended(call);
                    }
                    BrowserSession newer = session.with(tokens, Instant.now());
                    write(call, newer);
                    return inForce(newer);
                })
                .recover(failure -> Future.succeededFuture(withoutNewer(call, session, failure)));
    }

    private SessionVerdict withoutNewer(Call call, BrowserSession session, Throwable failure) {
        if (failure instanceof Issuer.Refused || endings.include(session.id())) {
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
