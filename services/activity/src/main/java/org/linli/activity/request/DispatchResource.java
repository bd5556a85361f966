package org.linli.activity.request;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Paging;

/** Offers (派单) as those see them to whom they were made. */
@Path("/api/v1/dispatches")
@Tag(name = "dispatches")
@Produces(MediaType.APPLICATION_JSON)
public class DispatchResource {
    private final ListRequestsUseCase listing;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    DispatchResource(ListRequestsUseCase listing, CurrentCaller current, Answers answers) {
        this.listing = listing;
        this.current = current;
        this.answers = answers;
    }

    @GET
    @Operation(summary = "Offers to the caller, the caller's teams, and in scope; newest first")
    public Uni<Response> list(@BeanParam OfferFilter filter, @Valid @BeanParam Paging paging) {
        return listing.offers(current.get(), filter, paging).map(answers::ok);
    }
}
