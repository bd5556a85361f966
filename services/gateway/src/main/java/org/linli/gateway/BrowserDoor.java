package org.linli.gateway;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.linli.gateway.admission.Admission;
import org.linli.gateway.admission.Doorkeeper;
import org.linli.gateway.call.Call;
import org.linli.gateway.limit.Kind;
import org.linli.gateway.problem.Problem;
import org.linli.gateway.problem.ProblemCode;
import org.linli.gateway.session.SessionVerdict;
import org.linli.gateway.session.SignIn;
import org.linli.gateway.session.SignOut;

/** The addresses at which browsers sign in and out and ask whether they are signed in. */
@ApplicationScoped
class BrowserDoor {

    /** Says whether the browser is signed in. */
    static final String SESSION = "/session";

    private static final Logger LOG = Logger.getLogger(BrowserDoor.class);
    private static final Set<String> READ = Set.of(SignIn.PATH, SignIn.BACK, SESSION);
    private static final Set<String> POSTED = Set.of(SignOut.PATH, SignOut.EVERYWHERE);
    private static final int RETRY_SECONDS = 2;

    private final Doorkeeper doorkeeper;
    private final SignIn signIn;
    private final SignOut signOut;

    BrowserDoor(Doorkeeper doorkeeper, SignIn signIn, SignOut signOut) {
        this.doorkeeper = doorkeeper;
        this.signIn = signIn;
        this.signOut = signOut;
    }

    static boolean has(String path) {
        return READ.contains(path) || POSTED.contains(path);
    }

    /** Scripts ask often whether they are signed in; signing in is rare. */
    static Kind kind(String path) {
        return path.equals(SESSION) ? Kind.OPEN : Kind.SIGN_IN;
    }

    void enter(Call call, String path) {
        HttpMethod method = POSTED.contains(path) ? HttpMethod.POST : HttpMethod.GET;
        if (call.request().method() != method) {
            call.response().putHeader("Allow", method.name());
            call.refuse(Problem.of(ProblemCode.METHOD_NOT_ALLOWED));
            return;
        }
        if (!hasReadableQuery(call)) {
            call.refuse(Problem.of(ProblemCode.BAD_REQUEST));
            return;
        }
        switch (path) {
            case SignIn.PATH -> signIn.begin(call);
            case SignIn.BACK -> signIn.complete(call);
            case SESSION -> withSession(call, verdict -> tell(call, verdict));
            case SignOut.PATH -> withSession(call, verdict -> signOut(call, verdict, false));
            default -> withSession(call, verdict -> signOut(call, verdict, true));
        }
    }

    private static boolean hasReadableQuery(Call call) {
        try {
            call.request().params();
            return true;
        } catch (IllegalArgumentException brokenEscape) {
            return false;
        }
    }

    private void withSession(Call call, Consumer<SessionVerdict> next) {
        doorkeeper.session(call).onSuccess(next::accept).onFailure(bug -> {
            LOG.error("a session could not be looked at", bug);
            call.refuse(Problem.of(ProblemCode.INTERNAL_ERROR));
        });
    }

    private static void tell(Call call, SessionVerdict verdict) {
        if (verdict instanceof SessionVerdict.Unknown) {
            call.refuse(cannotSay());
            return;
        }
        JsonObject told = new JsonObject().put("signedIn", verdict instanceof SessionVerdict.InForce);
        call.answer("application/json", told.toBuffer());
    }

    private void signOut(Call call, SessionVerdict verdict, boolean everywhere) {
        switch (verdict) {
            case SessionVerdict.InForce session
            when doorkeeper.suspects(call) -> call.refuse(Problem.of(ProblemCode.CROSS_SITE));
            case SessionVerdict.InForce session when everywhere -> signOut.everywhere(call, session);
            case SessionVerdict.InForce session -> signOut.here(call, session);
            case SessionVerdict.Unknown unknown -> call.refuse(cannotSay());
            case SessionVerdict.Absent absent -> without(call, absent, everywhere);
            case SessionVerdict.Ended ended -> without(call, ended, everywhere);
        }
    }

    private static Problem cannotSay() {
        return Problem.of(ProblemCode.SIGN_IN_UNAVAILABLE).retryAfter(RETRY_SECONDS);
    }

    /** Who is out already is out; but of nobody is it known where else they are signed in. */
    private void without(Call call, SessionVerdict verdict, boolean everywhere) {
        if (everywhere && Doorkeeper.without(call, verdict) instanceof Admission.Refused refused) {
            call.refuse(refused.problem());
        } else {
            signOut.answer(call);
        }
    }
}
