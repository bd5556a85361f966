package org.linli.kit.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.linli.kit.event.Relay;

/**
 * What follows every answer: the request's id goes back, a page names its successor, and the relay is woken after a
 * change (by now it is committed).
 */
@ApplicationScoped
public class Aftermath {
    private final CurrentVertxRequest current;
    private final Relay relay;

    @Inject
    Aftermath(CurrentVertxRequest current, Relay relay) {
        this.current = current;
        this.relay = relay;
    }

    @ServerResponseFilter
    public void follow(ContainerRequestContext request, ContainerResponseContext response) {
        RoutingContext context = current.getCurrent();
        if (context != null) {
            response.getHeaders().putSingle(RequestIds.HEADER, RequestIds.of(context));
        }
        if (response.getEntity() instanceof Page<?> page && page.next() != null) {
            String next = request.getUriInfo()
                    .getRequestUriBuilder()
                    .scheme(null)
                    .host(null)
                    .port(-1)
                    .replaceQueryParam("after", page.next())
                    .build()
                    .toString();
            response.getHeaders().putSingle("Link", "<" + next + ">; rel=\"next\"");
        }
        if (!"GET".equals(request.getMethod())) {
            relay.wake();
        }
    }
}
