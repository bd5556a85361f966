package org.linli.registration.volunteer;

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

/** The minors for whom somebody stands as a guardian. */
@Path("/api/v1/wards")
@Tag(name = "guardians")
@Produces(MediaType.APPLICATION_JSON)
public class WardResource {
    private final VolunteerUseCase volunteers;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    WardResource(VolunteerUseCase volunteers, CurrentCaller current, Answers answers) {
        this.volunteers = volunteers;
        this.current = current;
        this.answers = answers;
    }

    @GET
    @Operation(summary = "Minors whose confirmed guardian I am, masked")
    public Uni<Response> list(@Valid @BeanParam Paging paging) {
        return volunteers.wards(current.get(), paging).map(answers::ok);
    }
}
