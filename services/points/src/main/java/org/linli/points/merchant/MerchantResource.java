package org.linli.points.merchant;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;
import org.linli.kit.http.Paging;

/** Partner shops over HTTP. */
@Path("/api/v1/merchants")
@Tag(name = "merchants")
public class MerchantResource {
    private final MerchantUseCase merchants;
    private final MerchantAccounts accounts;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    MerchantResource(MerchantUseCase merchants, MerchantAccounts accounts, CurrentCaller current, Answers answers) {
        this.merchants = merchants;
        this.accounts = accounts;
        this.current = current;
        this.answers = answers;
    }

    /** What may change of an entry. */
    record Renaming(
            @NotBlank @Size(max = 80) String name,
            @Size(max = 200) String address) {}

    /** Why; kept in the audit, in no event. */
    record Reason(@NotBlank @Size(max = 500) String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Enter a partner shop of a division")
    public Uni<Response> join(@Valid @NotNull MerchantEntry entry) {
        return merchants.join(current.get(), entry).map(outcome -> answers.created("merchants", outcome));
    }

    @GET
    @Operation(summary = "Partner shops that take part, of a division or of all")
    public Uni<Response> list(
            @QueryParam("division") @Pattern(regexp = "\\d{12}(\\d{3})?") String division,
            @Valid @BeanParam Paging paging) {
        return merchants.list(division, paging).map(answers::ok);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One partner shop")
    public Uni<Response> find(@PathParam("id") UUID id) {
        return merchants.find(id).map(answers::found);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change name and address of a shop")
    public Uni<Response> rename(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull Renaming body) {
        return merchants
                .rename(current.get(), id, ifMatch, body.name(), body.address())
                .map(answers::found);
    }

    @POST
    @Path("/{id}/suspension")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Suspend a shop: it sells nothing new, what was set aside is still handed over")
    public Uni<Response> suspend(@PathParam("id") UUID id, @Valid @NotNull Reason body) {
        return merchants.suspend(current.get(), id, body.reason()).map(answers::found);
    }

    @POST
    @Path("/{id}/resumption")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "End the suspension of a shop")
    public Uni<Response> resume(@PathParam("id") UUID id, @Valid @NotNull Reason body) {
        return merchants.resume(current.get(), id, body.reason()).map(answers::found);
    }

    @POST
    @Path("/{id}/departure")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "A shop leaves for good; its tills close")
    public Uni<Response> leave(@PathParam("id") UUID id, @Valid @NotNull Reason body) {
        return merchants.leave(current.get(), id, body.reason()).map(answers::found);
    }

    @GET
    @Path("/{id}/payable")
    @Operation(summary = "What a shop is owed for what it handed over")
    public Uni<Response> payable(@PathParam("id") UUID id) {
        return accounts.payable(current.get(), id).map(answers::ok);
    }
}
