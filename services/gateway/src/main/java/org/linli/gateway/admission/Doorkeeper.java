package org.linli.gateway.admission;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.linli.gateway.GatewayConfiguration;
import org.linli.gateway.call.Call;
import org.linli.gateway.call.PublicAddress;
import org.linli.gateway.key.KeyCheck;
import org.linli.gateway.key.KeyVerdict;
import org.linli.gateway.limit.Client;
import org.linli.gateway.limit.Kind;
import org.linli.gateway.problem.Problem;
import org.linli.gateway.problem.ProblemCode;
import org.linli.gateway.session.CrossSite;
import org.linli.gateway.session.SessionVerdict;
import org.linli.gateway.session.Sessions;
import org.linli.gateway.token.TokenCheck;
import org.linli.gateway.token.TokenVerdict;

/** Decides who comes in, by what they show: an API key, a bearer token, or the session of a browser. */
@ApplicationScoped
public class Doorkeeper {

    private static final int RETRY_SECONDS = 2;

    private final TokenCheck tokens;
    private final Sessions sessions;
    private final KeyCheck keys;
    private final Optional<String> ownAddress;

    Doorkeeper(TokenCheck tokens, Sessions sessions, KeyCheck keys, GatewayConfiguration configuration) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.keys = keys;
        this.ownAddress = PublicAddress.origin(configuration.signIn().publicAddress());
    }

    /** Whoever shows a header is judged by it alone: a cookie, which browsers send unasked, then counts for nothing. */
    public Future<Admission> admit(Call call) {
        MultiMap headers = call.request().headers();
        if (headers.contains(KeyCheck.HEADER)) {
            return keys.check(call).map(verdict -> byKey(call, verdict));
        }
        if (headers.contains(HttpHeaders.AUTHORIZATION)) {
            return tokens.check(headers).map(Doorkeeper::byToken);
        }
        return session(call).compose(verdict -> bySession(call, verdict));
    }

    /** What the browser's session is worth, once another site is out of the question. */
    public Future<SessionVerdict> session(Call call) {
        return sessions.check(call);
    }

    /** Whether this may be another site's page that acts with a person's session. */
    public boolean suspects(Call call) {
        return CrossSite.suspects(call, ownAddress);
    }

    /** What a call without a session in force is told. */
    public static Admission without(Call call, SessionVerdict verdict) {
        boolean ended = verdict instanceof SessionVerdict.Ended;
        if (isNavigation(call)) {
            return new Admission.SignInFirst();
        }
        return refused(ended && isScript(call) ? ProblemCode.SESSION_ENDED : ProblemCode.TOKEN_MISSING);
    }

    private static Admission byToken(TokenVerdict verdict) {
        return switch (verdict) {
            case TokenVerdict.Accepted accepted ->
                new Admission.Admitted(Client.person(accepted.subject()), accepted.until(), null);
            case TokenVerdict.Missing missing -> refused(ProblemCode.TOKEN_MISSING);
            case TokenVerdict.Expired expired -> refused(ProblemCode.TOKEN_EXPIRED);
            case TokenVerdict.Invalid invalid -> refused(ProblemCode.TOKEN_INVALID);
            case TokenVerdict.KeysUnavailable away -> unavailable();
        };
    }

    private static Admission byKey(Call call, KeyVerdict verdict) {
        return switch (verdict) {
            case KeyVerdict.Good good
            when !good.isFor(call.route(), Kind.of(call.request().method())) -> refused(ProblemCode.NOT_FOR_THIS_KEY);
            case KeyVerdict.Good good -> {
                call.actsWith(good.token());
                yield new Admission.Admitted(
                        Client.key(good.id().toString(), good.perMinute()), good.until(), good.id());
            }
            case KeyVerdict.Bad bad -> refused(ProblemCode.KEY_INVALID);
            case KeyVerdict.TooOften tooOften -> new Admission.Answered();
            case KeyVerdict.Unknown unknown -> unavailable();
        };
    }

    private Future<Admission> bySession(Call call, SessionVerdict verdict) {
        return switch (verdict) {
            case SessionVerdict.InForce session
            when suspects(call) -> Future.succeededFuture(refused(ProblemCode.CROSS_SITE));
            case SessionVerdict.InForce session ->
                tokens.check(session.token()).map(token -> byToken(call, session, token));
            case SessionVerdict.Absent absent -> Future.succeededFuture(without(call, absent));
            case SessionVerdict.Ended ended -> Future.succeededFuture(without(call, ended));
            case SessionVerdict.Unknown unknown -> Future.succeededFuture(unavailable());
        };
    }

    private static Admission byToken(Call call, SessionVerdict.InForce session, TokenVerdict verdict) {
        return switch (verdict) {
            case TokenVerdict.Accepted accepted -> {
                call.actsWith(session.token());
                yield new Admission.Admitted(Client.person(accepted.subject()), session.until(), session.id());
            }
            case TokenVerdict.KeysUnavailable away -> unavailable();
            // The issuer changed its keys since, and does not stand by this token any more.
            case TokenVerdict.Missing missing -> without(call, new SessionVerdict.Ended());
            case TokenVerdict.Expired expired -> without(call, new SessionVerdict.Ended());
            case TokenVerdict.Invalid invalid -> without(call, new SessionVerdict.Ended());
        };
    }

    /** Browsers say what a call is for (Fetch Metadata); older ones show it by what they accept. */
    private static boolean isNavigation(Call call) {
        if (call.request().method() != HttpMethod.GET) {
            return false;
        }
        String mode = call.request().getHeader("Sec-Fetch-Mode");
        String accept = call.request().getHeader(HttpHeaders.ACCEPT);
        return mode == null ? accept != null && accept.contains("text/html") : mode.equals("navigate");
    }

    private static boolean isScript(Call call) {
        return call.request().getHeader(CrossSite.HEADER) != null
                || "empty".equals(call.request().getHeader("Sec-Fetch-Dest"));
    }

    private static Admission unavailable() {
        return new Admission.Refused(Problem.of(ProblemCode.SIGN_IN_UNAVAILABLE).retryAfter(RETRY_SECONDS));
    }

    private static Admission refused(ProblemCode code) {
        return new Admission.Refused(Problem.of(code));
    }
}
