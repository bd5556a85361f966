package org.linli.points.merchant;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.linli.kit.Outcome;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;

/** What can be had for points. */
@Path("/api/v1/offers")
@Tag(name = "offers")
public class OfferResource {
    private final OfferUseCase offers;
    private final InviteUseCase inviting;
    private final OfferReader reader;
    private final LinliClock clock;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    OfferResource(
            OfferUseCase offers,
            InviteUseCase inviting,
            OfferReader reader,
            LinliClock clock,
            CurrentCaller current,
            Answers answers) {
        this.offers = offers;
        this.inviting = inviting;
        this.reader = reader;
        this.clock = clock;
        this.current = current;
        this.answers = answers;
    }

    /** A new offer of a shop. */
    record Publication(
            @NotNull UUID merchantId, @NotNull @Valid OfferTerms terms) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Publish an offer of a shop")
    public Uni<Response> publish(@Valid @NotNull Publication body) {
        return offers.publish(current.get(), body.merchantId(), body.terms())
                .map(outcome -> answers.created("offers", outcome));
    }

    @GET
    @Operation(summary = "What can be had today: at the place asked for, else at the caller's home")
    public Uni<Response> list(
            @QueryParam("division") @Pattern(regexp = "\\d{12}(\\d{3})?") String division,
            @QueryParam("merchantId") UUID merchantId,
            @QueryParam("unit") @Pattern(regexp = "[A-Z][A-Z0-9_]{1,29}") String unit,
            @Valid @BeanParam Paging paging) {
        return home(division)
                .chain(home -> reader.page(
                        new OfferReader.Wish(home, merchantId, unit, current.get()),
                        clock.today(),
                        paging.afterId(),
                        paging.limit()))
                .map(found -> Page.of(found, paging.limit(), offer -> offer.id().toString(), offer -> offer))
                .map(page -> answers.ok(Outcome.done(page)));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One offer with what is left of it")
    public Uni<Response> find(@PathParam("id") UUID id) {
        return reader.find(id, clock.today())
                .map(found -> found.map(Outcome::done).orElseGet(() -> Outcome.refused(KitRefusal.NOT_FOUND)))
                .map(answers::found);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change what an offer says; what was set aside keeps its price")
    public Uni<Response> change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull OfferTerms terms) {
        return offers.change(current.get(), id, ifMatch, terms).map(answers::found);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent
    @Operation(summary = "Withdraw an offer; what was set aside is still handed over")
    public Uni<Response> withdraw(@PathParam("id") UUID id) {
        return offers.withdraw(current.get(), id).map(answers::found);
    }

    @POST
    @Path("/{id}/invitations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Invite those with the highest balances to an offer that is by invitation: the head office")
    public Uni<Response> invite(@PathParam("id") UUID id, @Valid @NotNull InviteUseCase.Wish wish) {
        return inviting.invite(current.get(), id, wish).map(answers::ok);
    }

    private Uni<String> home(String division) {
        UUID volunteer = current.get().volunteerId();
        if (division != null || volunteer == null) {
            return Uni.createFrom().item(division);
        }
        return reader.homeOf(volunteer).map(found -> found.orElse(null));
    }
}
