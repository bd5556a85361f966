package org.linli.registration.guardian;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.linli.kit.http.Paging;

/** The guardians of a minor over HTTP. */
@Path("/api/v1/volunteers/{id}/guardians")
@Tag(name = "guardians")
@Produces(MediaType.APPLICATION_JSON)
public class GuardianResource {
    private final GuardianUseCase guardians;
    private final GuardianCodeUseCase codes;
    private final ConsentUseCase consents;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    GuardianResource(
            GuardianUseCase guardians,
            GuardianCodeUseCase codes,
            ConsentUseCase consents,
            CurrentCaller current,
            Answers answers) {
        this.guardians = guardians;
        this.codes = codes;
        this.consents = consents;
        this.current = current;
        this.answers = answers;
    }

    /** What the guardian was handed. */
    record Redemption(@NotNull @Size(min = 1, max = 40) String code) {
        @Override
        public String toString() {
            return "Redemption[]";
        }
    }

    /**
     * What a guardian consents to.
     *
     * @param statement version of the text that was shown, for example {@code service-2026-1}
     */
    record Consent(
            @NotNull ConsentKind kind,

            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9.-]{0,39}")
            String statement) {}

    /** Why somebody stands for a minor no longer; may be missing if the guardian says so. */
    record Ended(@Size(min = 1, max = 300) String reason) {}

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Name a guardian of a minor, having seen the documents")
    public Uni<Response> name(@PathParam("id") UUID id, @Valid @NotNull GuardianForm form) {
        return guardians
                .name(current.get(), id, form)
                .map(outcome -> answers.created("volunteers/" + id + "/guardians", outcome));
    }

    @GET
    @Operation(summary = "Who stands or stood for a minor, masked")
    public Uni<Response> list(@PathParam("id") UUID id, @Valid @BeanParam Paging paging) {
        return guardians.list(current.get(), id, paging).map(answers::ok);
    }

    /** No answer of it is kept: a code must not lie readable in a table. A repetition voids the one before. */
    @POST
    @Path("/{guardianId}/sign-in-code")
    @Operation(summary = "A one-time code to hand over to the guardian; the one before no longer counts")
    public Uni<Response> issue(@PathParam("id") UUID id, @PathParam("guardianId") UUID guardianId) {
        return codes.issue(current.get(), id, guardianId)
                .map(outcome -> answers.of(
                        outcome,
                        issued -> Response.ok(issued)
                                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                .build()));
    }

    /** Safe to repeat by its own rule; a wrong try must count although it is refused. */
    @POST
    @Path("/{guardianId}/sign-in-link")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Redeem the one-time code: the caller is the guardian from now on")
    public Uni<Response> redeem(
            @PathParam("id") UUID id, @PathParam("guardianId") UUID guardianId, @Valid @NotNull Redemption redemption) {
        return codes.redeem(current.get(), id, guardianId, redemption.code()).map(answers::found);
    }

    @POST
    @Path("/{guardianId}/consents")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Consent to the service of my ward, or to keeping the data of a child under 14")
    public Uni<Response> consent(
            @PathParam("id") UUID id, @PathParam("guardianId") UUID guardianId, @Valid @NotNull Consent consent) {
        return consents.give(current.get(), id, guardianId, consent.kind(), consent.statement())
                .map(this::recorded);
    }

    private Response recorded(Outcome<ConsentView> outcome) {
        return answers.of(
                outcome,
                view -> Response.status(Response.Status.CREATED).entity(view).build());
    }

    @POST
    @Path("/{guardianId}/consent-withdrawal")
    @Idempotent
    @Operation(summary = "Take the consent back: my ward may not serve from this moment on")
    public Uni<Response> withdraw(@PathParam("id") UUID id, @PathParam("guardianId") UUID guardianId) {
        return consents.withdraw(current.get(), id, guardianId).map(answers::found);
    }

    @POST
    @Path("/{guardianId}/end")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Somebody stands for the minor no longer")
    public Uni<Response> end(
            @PathParam("id") UUID id, @PathParam("guardianId") UUID guardianId, @Valid @NotNull Ended ended) {
        return guardians.end(current.get(), id, guardianId, ended.reason()).map(answers::found);
    }

    @GET
    @Path("/consents")
    @Operation(summary = "Every consent on record for a minor, oldest first")
    public Uni<Response> consents(@PathParam("id") UUID id, @Valid @BeanParam Paging paging) {
        return consents.list(current.get(), id, paging).map(answers::ok);
    }
}
