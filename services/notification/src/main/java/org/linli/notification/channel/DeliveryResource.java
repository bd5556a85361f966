package org.linli.notification.channel;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.contracts.Role;
import org.linli.kit.access.Caller;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.http.SqlOnce;

/** The delivery log: everybody's own, and for operators what was given up. */
@Path("/api/v1")
@Tag(name = "deliveries")
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryResource {
    private final CurrentCaller caller;
    private final DeliveryLogUseCase log;
    private final Answers answers;
    private final SqlOnce once;

    @Inject
    DeliveryResource(CurrentCaller caller, DeliveryLogUseCase log, Answers answers, SqlOnce once) {
        this.caller = caller;
        this.log = log;
        this.answers = answers;
        this.once = once;
    }

    @GET
    @Path("/deliveries")
    @Operation(summary = "What was sent to me beside the inbox, newest first")
    public Uni<Page<DeliveryView>> mine(@Valid @BeanParam Paging paging) {
        return log.of(caller.get().accountId(), paging);
    }

    @GET
    @Path("/operations/notification/deliveries")
    @Operation(summary = "Deliveries that were given up, oldest first; says not whose they are")
    public Uni<Response> failed(@Valid @BeanParam Paging paging) {
        return isOperator(caller.get())
                ? log.failed(paging).map(page -> Response.ok(page).build())
                : refused();
    }

    @POST
    @Path("/operations/notification/deliveries/{id}/retry")
    @Operation(summary = "Try a delivery again that was given up")
    public Uni<Response> tryAgain(@PathParam("id") UUID id) {
        Caller operator = caller.get();
        return isOperator(operator)
                ? once.once(
                        "", connection -> log.tryAgain(connection, operator, id).map(answers::ok))
                : refused();
    }

    private Uni<Response> refused() {
        return Uni.createFrom().item(answers.refused(KitRefusal.FORBIDDEN, null, null));
    }

    private static boolean isOperator(Caller caller) {
        return caller.holdsAnywhere(Role.PLATFORM_OPERATOR);
    }
}
