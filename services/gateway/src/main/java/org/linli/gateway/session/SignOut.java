package org.linli.gateway.session;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.linli.gateway.Fetch;
import org.linli.gateway.GatewayConfiguration;
import org.linli.gateway.call.Call;
import org.linli.gateway.problem.Problem;
import org.linli.gateway.problem.ProblemCode;

/** Ends this session, or all sessions of a person, on every gateway: registration writes it down, all ask it. */
@ApplicationScoped
public class SignOut {

    /** Ends the session of this browser. */
    public static final String PATH = "/sign-out";

    /** Ends all sessions of the person. */
    public static final String EVERYWHERE = "/sign-out-everywhere";

    private static final Logger LOG = Logger.getLogger(SignOut.class);
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final int RETRY_SECONDS = 2;
    /** Registration has forgotten it: it ended long ago. */
    private static final int GONE = 404;

    private final Sessions sessions;
    private final SignIn signIn;
    private final Issuer issuer;
    private final Endings endings;
    private final Fetch fetch;
    private final URI registration;
    private final GatewayConfiguration.SignIn settings;

    SignOut(
            Sessions sessions,
            SignIn signIn,
            Issuer issuer,
            Endings endings,
            Fetch fetch,
            GatewayConfiguration configuration) {
        this.sessions = sessions;
        this.signIn = signIn;
        this.issuer = issuer;
        this.endings = endings;
        this.fetch = fetch;
        this.registration = configuration.services().registration();
        this.settings = configuration.signIn();
    }

    /** Ends this one session. */
    public void here(Call call, SessionVerdict.InForce session) {
        end(call, session, "/api/v1/me/browser-sessions/" + session.id() + "/end");
    }

    /** Ends all sessions of the person. */
    public void everywhere(Call call, SessionVerdict.InForce session) {
        end(call, session, "/api/v1/me/browser-sessions/end");
    }

    /** Tells the page where to send the browser: to the issuer, which may remember people by itself. */
    public void answer(Call call) {
        sessions.clear(call);
        next(call)
                .onComplete(address -> call.answer(
                        "application/json",
                        new JsonObject()
                                .put("next", address.succeeded() ? address.result() : "/")
                                .toBuffer()));
    }

    private void end(Call call, SessionVerdict.InForce session, String path) {
        String refreshToken = sessions.refreshToken(call);
        Map<String, String> headers = Map.of(
                "Authorization",
                "Bearer " + session.token(),
                "Idempotency-Key",
                UUID.randomUUID().toString());
        fetch.post(registration.resolve(path), headers, Buffer.buffer(), WITHIN)
                .compose(answer -> answer.status() < 300 || answer.status() == GONE
                        ? endings.look()
                        : Future.failedFuture("registration answered " + answer.status()))
                .compose(ended -> issuer.forget(refreshToken))
                .onSuccess(done -> answer(call))
                .onFailure(failure -> {
                    LOG.warnf("a session could not be ended: %s", failure.getMessage());
                    call.refuse(Problem.of(ProblemCode.SERVICE_UNAVAILABLE).retryAfter(RETRY_SECONDS));
                });
    }

    /** OpenID Connect RP-Initiated Logout 1.0. */
    private Future<String> next(Call call) {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("client_id", settings.client());
        question.put("post_logout_redirect_uri", signIn.address(call) + "/");
        return issuer.endpoint("end_session_endpoint")
                .map(address -> address == null ? "/" : address + "?" + Issuer.form(question));
    }
}
