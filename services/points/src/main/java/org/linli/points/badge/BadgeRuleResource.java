package org.linli.points.badge;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.Idempotent;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;

/** Rules of badges: everybody may read what a badge takes, the platform's operator publishes. */
@Path("/api/v1/badge-rules")
@Tag(name = "badges")
public class BadgeRuleResource {
    private final BadgeRuleUseCase rules;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    BadgeRuleResource(BadgeRuleUseCase rules, CurrentCaller current, Answers answers) {
        this.rules = rules;
        this.current = current;
        this.answers = answers;
    }

    /** A new version. The threshold counts records, minutes, or hundredths of a star. */
    public record Publication(
            @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{1,39}")
            String code,

            @NotNull BadgeKind kind,
            @NotNull @Min(1) @Max(10_000_000) Integer threshold,
            @Min(1) @Max(10_000) Integer minimumReviews,
            @NotBlank @Size(max = 60) String name,
            @NotBlank @Size(max = 300) String description,
            @NotNull LocalDate validFrom,
            LocalDate validUntil) {}

    /** The last day of a version. */
    public record Closing(@NotNull LocalDate validUntil) {}

    @GET
    @Operation(summary = "All versions of all rules of badges")
    public Uni<Page<BadgeRuleView>> list(@Valid @BeanParam Paging paging) {
        return rules.list(paging);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One version of a badge's rule")
    public Uni<Response> find(@PathParam("id") UUID id) {
        return rules.find(id).map(answers::found);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(summary = "Publish a version of a badge's rule; it never changes afterwards")
    public Uni<Response> publish(@Valid @NotNull Publication body) {
        Caller caller = current.get();
        if (!caller.holdsAnywhere(Role.PLATFORM_OPERATOR)) {
            return refused();
        }
        BadgeProposal proposal = new BadgeProposal(
                body.code(),
                body.kind(),
                body.threshold(),
                body.minimumReviews(),
                body.name().strip(),
                body.description().strip(),
                body.validFrom(),
                body.validUntil());
        return rules.publish(caller, proposal).map(outcome -> answers.created("badge-rules", outcome));
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
