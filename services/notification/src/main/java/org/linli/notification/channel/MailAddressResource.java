package org.linli.notification.channel;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Page;

/** The addresses at which whoever is calling wants to be told, beside the inbox. */
@Path("/api/v1/channel-addresses")
@Tag(name = "channel addresses")
@Produces(MediaType.APPLICATION_JSON)
public class MailAddressResource {
    private final CurrentCaller caller;
    private final MailAddressUseCase addresses;
    private final Answers answers;

    @Inject
    MailAddressResource(CurrentCaller caller, MailAddressUseCase addresses, Answers answers) {
        this.caller = caller;
        this.addresses = addresses;
        this.answers = answers;
    }

    /** Where mail is wanted. */
    record Given(
            @NotNull @Size(max = EmailAddress.LONGEST) @Pattern(regexp = EmailAddress.PATTERN)
            String address) {}

    /** What the e-mail said: six digits. */
    record Typed(@NotNull @Pattern(regexp = "\\d{6}") String code) {}

    @GET
    @Operation(summary = "My addresses, masked")
    public Uni<Page<MailAddressView>> mine() {
        return addresses.of(caller.get().accountId()).map(all -> new Page<>(all, null));
    }

    @PUT
    @Path("/email")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "I want e-mail at this address; a code is sent there")
    public Uni<Response> give(@Valid @NotNull Given given, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return addresses
                .give(caller.get().accountId(), new EmailAddress(given.address()), ifMatch)
                .map(answers::found);
    }

    @POST
    @Path("/email/code")
    @Operation(summary = "Send me another code")
    public Uni<Response> sendAnother() {
        return addresses.sendAnother(caller.get().accountId()).map(answers::found);
    }

    @POST
    @Path("/email/verification")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "This is the code that was sent to my address")
    public Uni<Response> verify(@Valid @NotNull Typed typed) {
        return addresses.verify(caller.get().accountId(), typed.code()).map(answers::found);
    }

    @DELETE
    @Path("/email")
    @Operation(summary = "No more e-mail; the address is forgotten")
    public Uni<Response> remove(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return addresses.remove(caller.get().accountId(), ifMatch).map(answers::nothing);
    }
}
