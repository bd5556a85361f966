package org.linli.activity.programme;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.activity.programme.TemplateUseCase.TemplateView;
import org.linli.kit.Outcome;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;
import org.linli.kit.http.Paging;

/** Plans kept to make activities from (模板): their plan is the body of a new draft. */
@Path("/api/v1/activity-templates")
@Tag(name = "activities")
@Produces(MediaType.APPLICATION_JSON)
public class TemplateResource {
    private final TemplateUseCase templates;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    TemplateResource(TemplateUseCase templates, CurrentCaller current, Answers answers) {
        this.templates = templates;
        this.current = current;
        this.answers = answers;
    }

    /**
     * A template to be kept.
     *
     * @param activityId whose plan; the template belongs to whoever holds the activity
     * @param name what to call it
     */
    record NewTemplate(
            @NotNull UUID activityId,
            @NotBlank @Size(max = 100) String name) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Keep the plan of an activity as a template of its team, station or community")
    @APIResponseSchema(value = TemplateView.class, responseCode = "201")
    public Uni<Response> keep(@Valid @NotNull NewTemplate template) {
        return templates
                .keep(current.get(), template.activityId(), template.name())
                .map(outcome -> answers.created("activity-templates", outcome));
    }

    @GET
    @Operation(summary = "Templates of everything the caller holds, newest first")
    public Uni<Response> list(@Valid @BeanParam Paging paging) {
        return templates.list(current.get(), paging).map(page -> answers.ok(Outcome.done(page)));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One template")
    @APIResponseSchema(value = TemplateView.class, responseCode = "200")
    public Uni<Response> one(@PathParam("id") UUID id) {
        return templates.one(id, current.get()).map(answers::ok);
    }
}
