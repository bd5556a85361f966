package org.linli.points.passbook;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.access.CurrentCaller;
import org.linli.kit.http.Answers;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.points.ledger.PointsUnit;

/** Passbooks: one's own, and those at the posts of one's division. */
@Path("/api/v1/passbooks")
@Tag(name = "passbooks")
public class PassbookResource {
    private static final Role[] READERS = {
        Role.PLATFORM_OPERATOR, Role.DISTRICT_ADMINISTRATOR, Role.STATION_COORDINATOR, Role.AUDITOR
    };

    private final PassbookReader reader;
    private final LinliClock clock;
    private final CurrentCaller current;
    private final Answers answers;

    @Inject
    PassbookResource(PassbookReader reader, LinliClock clock, CurrentCaller current, Answers answers) {
        this.reader = reader;
        this.clock = clock;
        this.current = current;
        this.answers = answers;
    }

    /** What a passbook holds: a line for each scheme, never paged. */
    public record Purses(List<Purse> items) {
        public Purses {
            items = List.copyOf(items);
        }
    }

    /** What a passbook held at a moment, in hundredths of a point. */
    public record BalanceAt(UUID volunteerId, String unit, Instant at, long balance) {}

    @GET
    @Operation(summary = "Passbooks at the posts of a division, or of all divisions of one's own")
    public Uni<Response> list(
            @QueryParam("division") @Pattern(regexp = "\\d{12}(\\d{3})?") String division,
            @Valid @BeanParam Paging paging) {
        List<String> scopes = current.get().scopes(READERS);
        if (scopes.isEmpty()) {
            return refused(KitRefusal.FORBIDDEN);
        }
        if (division == null) {
            return page(scopes, paging).map(page -> answers.ok(Outcome.done(page)));
        }
        if (!current.get().holds(DivisionCode.of(division), READERS)) {
            return refused(KitRefusal.FORBIDDEN);
        }
        return reader.prefixOf(division)
                .chain(prefix -> prefix.isEmpty()
                        ? refused(KitRefusal.NOT_FOUND)
                        : page(List.of(prefix.get()), paging).map(page -> answers.ok(Outcome.done(page))));
    }

    @GET
    @Path("/{volunteerId}")
    @Operation(summary = "One passbook with its balance")
    public Uni<Response> find(
            @PathParam("volunteerId") UUID volunteerId,
            @QueryParam("unit") @DefaultValue(PointsUnit.POINTS) @Pattern(regexp = "[A-Z][A-Z0-9_]{1,29}")
                    String unit) {
        return visible(volunteerId, unit, passbook -> Uni.createFrom().item(passbook));
    }

    @GET
    @Path("/{volunteerId}/statement")
    @Operation(summary = "The lines of a passbook, newest first")
    public Uni<Response> statement(
            @PathParam("volunteerId") UUID volunteerId,
            @QueryParam("unit") @DefaultValue(PointsUnit.POINTS) @Pattern(regexp = "[A-Z][A-Z0-9_]{1,29}") String unit,
            @Valid @BeanParam Paging paging) {
        return visible(
                volunteerId,
                unit,
                passbook -> reader.statement(volunteerId, unit, before(paging), paging.limit())
                        .map(lines ->
                                Page.of(lines, paging.limit(), line -> Long.toString(line.number()), line -> line)));
    }

    @GET
    @Path("/{volunteerId}/balance")
    @Operation(summary = "What a passbook held at a moment")
    public Uni<Response> balance(
            @PathParam("volunteerId") UUID volunteerId,
            @QueryParam("unit") @DefaultValue(PointsUnit.POINTS) @Pattern(regexp = "[A-Z][A-Z0-9_]{1,29}") String unit,
            @QueryParam("at") @NotNull OffsetDateTime at) {
        return visible(
                volunteerId,
                unit,
                passbook -> reader.balanceAt(volunteerId, unit, at.toInstant())
                        .map(balance -> new BalanceAt(volunteerId, unit, at.toInstant(), balance)));
    }

    @GET
    @Path("/{volunteerId}/purses")
    @Operation(summary = "What a passbook holds in each scheme")
    public Uni<Response> purses(@PathParam("volunteerId") UUID volunteerId) {
        return visible(
                volunteerId,
                PointsUnit.POINTS,
                passbook -> reader.units()
                        .chain(units -> reader.purses(volunteerId, units, clock.now()))
                        .map(Purses::new));
    }

    /** One's own, or within scope; anything else does not exist for the caller. */
    private Uni<Response> visible(UUID volunteerId, String unit, Function<PassbookView, Uni<?>> answer) {
        Caller caller = current.get();
        return reader.find(volunteerId, unit)
                .chain(found ->
                        found.filter(passbook -> mayRead(caller, passbook)).isEmpty()
                                ? refused(KitRefusal.NOT_FOUND)
                                : answer.apply(found.get()).map(shown -> answers.ok(Outcome.done(shown))));
    }

    private static boolean mayRead(Caller caller, PassbookView passbook) {
        return passbook.volunteerId().equals(caller.volunteerId())
                || caller.holds(DivisionCode.of(passbook.division()), READERS);
    }

    private Uni<Page<PassbookLine>> page(List<String> prefixes, Paging paging) {
        return reader.page(prefixes, PassbookReader.Key.read(paging.afterKey()), paging.limit())
                .map(found -> Page.of(
                        found, paging.limit(), line -> line.division() + "|" + line.volunteerId(), line -> line));
    }

    private static long before(Paging paging) {
        String key = paging.afterKey();
        return key != null && key.matches("\\d{1,18}") ? Long.parseLong(key) : Long.MAX_VALUE;
    }

    private Uni<Response> refused(KitRefusal refusal) {
        return Uni.createFrom().item(answers.ok(Outcome.refused(refusal)));
    }
}
