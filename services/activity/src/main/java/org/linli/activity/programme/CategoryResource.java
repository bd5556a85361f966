package org.linli.activity.programme;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.activity.programme.CategoryUseCase.CategoryView;
import org.linli.activity.programme.CategoryUseCase.NewCategory;
import org.linli.kit.Outcome;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Paging;

/** The dictionary of kinds of service, 8+N (服务类别). */
@Path("/api/v1/activity-categories")
@Tag(name = "activities")
@Produces(MediaType.APPLICATION_JSON)
public class CategoryResource {
    private final CategoryUseCase categories;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    CategoryResource(CategoryUseCase categories, CurrentCaller current, Answers answers) {
        this.categories = categories;
        this.current = current;
        this.answers = answers;
    }

    @GET
    @Operation(summary = "The dictionary of kinds of service: the eight, \"other\" and the city's own")
    public Uni<Response> list(@Valid @BeanParam Paging paging) {
        return categories.list(paging).map(page -> answers.ok(Outcome.done(page)));
    }

    @PUT
    @Path("/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Add an entry or change one; what it counts as stays")
    @APIResponseSchema(value = CategoryView.class, responseCode = "200")
    public Uni<Response> write(
            @PathParam("code") @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String code,
            @Valid @NotNull NewCategory category) {
        return categories.write(current.get(), code, category).map(answers::ok);
    }
}
