package org.linli.points.badge;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.kit.Outcome;
import org.linli.kit.http.Answers;
import org.linli.kit.http.KitRefusal;
import org.linli.points.PointsConfiguration;

/**
 * Open Badges for the world: whoever is shown a credential checks it here, or with the key and the list of revocations
 * anywhere else. Nobody signs in, and nothing here names a person.
 */
@Path("/open-badges")
@Tag(name = "open-badges")
@Produces(MediaType.APPLICATION_JSON)
public class OpenBadgeResource {
    private static final String SIGNED = "application/vc+jwt";

    private final OpenBadgeUseCase badges;
    private final OpenBadge openBadge;
    private final BadgeKeys keys;
    private final CacheControl forAWhile = new CacheControl();
    private final Answers answers;

    @Inject
    OpenBadgeResource(
            OpenBadgeUseCase badges,
            OpenBadge openBadge,
            BadgeKeys keys,
            PointsConfiguration configuration,
            Answers answers) {
        this.badges = badges;
        this.openBadge = openBadge;
        this.keys = keys;
        this.answers = answers;
        forAWhile.setNoTransform(false);
        forAWhile.setMaxAge(Math.toIntExact(configuration.badges().listAge().toSeconds()));
    }

    /** A credential that somebody was shown: a compact JWT. */
    public record Shown(@NotBlank @Size(max = 20_000) String credential) {}

    @POST
    @Path("/verification")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Whether a credential was issued here and still counts")
    public Uni<Response> verify(@Valid @NotNull Shown shown) {
        return badges.verify(shown.credential().strip()).map(verdict -> answers.ok(Outcome.done(verdict)));
    }

    @GET
    @Path("/issuer")
    @Operation(summary = "Who issues badges (Open Badges profile)")
    public Response issuer() {
        return answers.ok(Outcome.done(openBadge.issuer()));
    }

    @GET
    @Path("/jwks.json")
    @Operation(summary = "The public keys that credentials are and were signed with, as a set")
    public Response keys() {
        return answers.ok(Outcome.done(Map.of("keys", keys.publicJwks())));
    }

    @GET
    @Path("/keys/{thumbprint}")
    @Operation(summary = "The public key that a credential names")
    public Response key(@PathParam("thumbprint") String thumbprint) {
        return answers.ok(
                keys.publicJwk(thumbprint).map(Outcome::done).orElseGet(() -> Outcome.refused(KitRefusal.NOT_FOUND)));
    }

    @GET
    @Path("/achievements/{ruleId}")
    @Operation(summary = "What a badge stands for (Open Badges achievement)")
    public Uni<Response> achievement(@PathParam("ruleId") UUID ruleId) {
        return badges.achievement(ruleId).map(answers::ok);
    }

    @GET
    @Path("/status/{number}")
    @Produces({SIGNED, MediaType.APPLICATION_JSON})
    @Operation(summary = "Which credentials were revoked (Bitstring Status List, signed)")
    public Uni<Response> statusList(
            @PathParam("number") @Min(0) @Max(1_000_000) long number, @Context Request request) {
        return badges.statusList(number).map(outcome -> answers.of(outcome, signed -> answer(request, signed)));
    }

    /** The list, or that it is still the one the caller has. */
    private Response answer(Request request, SignedLists.Signed signed) {
        EntityTag tag = new EntityTag(signed.tag());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged != null ? unchanged : Response.ok(signed.credential()).type(SIGNED);
        return answer.tag(tag).cacheControl(forAWhile).build();
    }
}
