package org.linli.kit.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import org.linli.kit.Outcome;
import org.linli.kit.Refusal;

/** Makes the answer to a refusal: the one place where a refusal becomes an HTTP response. */
@ApplicationScoped
public class Problems {
    private static final int RETRY_AFTER_SECONDS = 2;

    private final CurrentVertxRequest current;

    @Inject
    Problems(CurrentVertxRequest current) {
        this.current = current;
    }

    /** The answer to a refused rule. */
    public Response of(Outcome.Refused<?> refused) {
        return of(refused.refusal(), refused.field(), null, refused.details());
    }

    /** The answer to a refusal without more to say. */
    public Response of(Refusal refusal) {
        return of(refusal, null, null, Map.of());
    }

    /** The answer to a refusal because of one field; {@code detail} may be null. */
    public Response of(Refusal refusal, String field, String detail) {
        return of(refusal, field, detail, Map.of());
    }

    private Response of(Refusal refusal, String field, String detail, Map<String, Object> details) {
        RoutingContext context = current.getCurrent();
        HttpServerRequest request = context == null ? null : context.request();
        String language = request == null ? null : request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        Locale spoken = ProblemTexts.languageOf(language);
        Problem problem = new Problem(
                "urn:linli:problem:" + refusal.code(),
                ProblemTexts.sentence(refusal.code(), spoken, details),
                refusal.status(),
                refusal.code(),
                detail,
                field,
                request == null ? null : "urn:linli:request:" + RequestIds.of(context),
                ProblemReason.shown(details, spoken));
        Response.ResponseBuilder answer =
                Response.status(refusal.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (refusal.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (refusal.status() == 503 || refusal == KitRefusal.NOT_KNOWN_YET) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.build();
    }
}
