package org.linli.points.rule;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.contracts.Role;
import org.linli.contracts.ServiceCategory;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.points.ledger.PointsUnit;

/** Points rules: everybody may read what service is worth, the platform's operator publishes. */
@Path("/api/v1/points-rules")
@Tag(name = "points-rules")
public class RuleResource {
    private final RuleUseCase rules;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    RuleResource(RuleUseCase rules, CurrentCaller current, Answers answers) {
        this.rules = rules;
        this.current = current;
        this.answers = answers;
    }

    /**
     * A new version of a rule; without a unit it gives points for service. Amounts in hundredths. One that names an
     * activity or a project of the library is about that alone, in the place of what holds for everything.
     */
    public record Publication(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,39}")
            String code,

            @NotNull RuleKind kind,

            @Pattern(regexp = "[A-Z][A-Z0-9_]{1,29}") String unit,

            @Min(0) @Max(1_000_000) long amount,
            Map<@NotNull ServiceCategory, @NotNull @Min(0) @Max(1_000_000) Long> categoryAmounts,
            @Min(1) @Max(5) Integer minimumStars,
            @NotNull LocalDate validFrom,
            LocalDate validUntil,
            UUID activityId,
            UUID projectId) {}

    /** The last day of a version. */
    public record Closing(@NotNull LocalDate validUntil) {}

    @GET
    @Operation(summary = "Rule versions in force on a day, or all there ever were; of an activity or project alone")
    public Uni<Page<RuleView>> list(
            @QueryParam("on") LocalDate on,
            @QueryParam("activityId") UUID activityId,
            @QueryParam("projectId") UUID projectId,
            @Valid @BeanParam Paging paging) {
        return rules.list(on, new Naming(activityId, projectId), paging);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One rule version")
    public Uni<Response> find(@PathParam("id") UUID id) {
        return rules.find(id).map(answers::found);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Publish a rule version; it never changes afterwards")
    public Uni<Response> publish(@Valid @NotNull Publication body) {
        Caller caller = current.get();
        if (!caller.holdsAnywhere(Role.PLATFORM_OPERATOR)) {
            return refused();
        }
        RuleProposal proposal = new RuleProposal(
                body.code(),
                body.kind(),
                body.unit() == null ? PointsUnit.POINTS : body.unit(),
                body.amount(),
                body.categoryAmounts(),
                body.minimumStars(),
                body.validFrom(),
                body.validUntil(),
                new Naming(body.activityId(), body.projectId()));
        return rules.publish(caller, proposal).map(outcome -> answers.created("points-rules", outcome));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/{id}/closing")
    @Idempotent
    @Operation(summary = "Give an open version its last day, today at the earliest")
    public Uni<Response> close(@PathParam("id") UUID id, @Valid @NotNull Closing body) {
        Caller caller = current.get();
        if (!caller.holdsAnywhere(Role.PLATFORM_OPERATOR)) {
            return refused();
        }
        return rules.close(caller, id, body.validUntil()).map(answers::found);
    }

    private Uni<Response> refused() {
        return Uni.createFrom().item(answers.ok(Outcome.refused(KitRefusal.FORBIDDEN)));
    }
}
