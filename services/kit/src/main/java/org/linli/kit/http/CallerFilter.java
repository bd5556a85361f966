package org.linli.kit.http;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.linli.contracts.AccountId;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.access.Rights;

/**
 * Stands before every resource: who is calling? A verified token names an account; its rights are read once a request.
 * The token proves identity only (decision 8).
 */
@ApplicationScoped
public class CallerFilter {
    private final CurrentIdentityAssociation identity;
    private final Rights rights;
    private final CurrentCaller caller;
    private final Problems problems;

    @Inject
    CallerFilter(CurrentIdentityAssociation identity, Rights rights, CurrentCaller caller, Problems problems) {
        this.identity = identity;
        this.rights = rights;
        this.caller = caller;
        this.problems = problems;
    }

    @ServerRequestFilter
    public Uni<Response> identify(ContainerRequestContext request) {
        if (!request.getUriInfo().getPath().startsWith("/api/")) {
            return Uni.createFrom().nullItem();
        }
        return identity.getDeferredIdentity().chain(this::load);
    }

    private Uni<Response> load(SecurityIdentity who) {
        if (who.isAnonymous() || !(who.getPrincipal() instanceof JsonWebToken token) || token.getSubject() == null) {
            return Uni.createFrom().item(problems.of(KitRefusal.TOKEN_MISSING));
        }
        return rights.of(AccountId.of(token.getIssuer(), token.getSubject()))
                .invoke(found -> caller.set(found, Instant.ofEpochSecond(token.getExpirationTime())))
                .replaceWith((Response) null);
    }
}
