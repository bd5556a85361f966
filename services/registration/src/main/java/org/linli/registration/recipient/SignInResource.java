package org.linli.registration.recipient;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
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
import org.linli.kit.Steps;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.registration.RegistrationRefusal;

/**
 * The one-time code over HTTP. Both calls are safe to repeat by their own rules instead of by stored answers: a code
 * must not lie readable in a table of answers, and a wrong try must count although it is refused.
 */
@Path("/api/v1/recipients/{id}")
@Tag(name = "recipients")
@Produces(MediaType.APPLICATION_JSON)
public class SignInResource {
    private final SignInCodeUseCase codes;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    SignInResource(SignInCodeUseCase codes, CurrentCaller current, Answers answers) {
        this.codes = codes;
        this.current = current;
        this.answers = answers;
    }

    /** What the recipient was handed. */
    record Redemption(@NotNull @Size(min = 1, max = 40) String code) {
        @Override
        public String toString() {
            return "Redemption[]";
        }
    }

    @POST
    @Path("/sign-in-code")
    @Operation(summary = "A one-time code to hand over to the recipient; the one before no longer counts")
    public Uni<Response> issue(@PathParam("id") UUID id) {
        return codes.issue(current.get(), id)
                .map(outcome -> answers.of(
                        outcome,
                        issued -> Response.ok(issued)
                                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                                .build()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/sign-in-link")
    @Operation(summary = "Redeem the one-time code: the caller's sign-in becomes the recipient's own")
    public Uni<Response> redeem(@PathParam("id") UUID id, @NotNull @Valid Redemption redemption) {
        return Steps.unlessTaken(
                        codes.redeem(current.get(), id, redemption.code()),
                        "recipient_one_per_account",
                        RegistrationRefusal.ACCOUNT_LINKED_ALREADY,
                        null)
                .map(answers::found);
    }
}
