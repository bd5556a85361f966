package org.linli.registration.grant;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.registration.DivisionFilter;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.Responsible;
import org.linli.registration.SignInTurn;
import org.linli.registration.division.Divisions;
import org.linli.registration.volunteer.ErasedRecently;
import org.linli.registration.volunteer.VolunteerLookup;

/** Gives roles, shows them and takes them away. */
@ApplicationScoped
class RoleGrantUseCase {
    private static final Role[] READERS = Responsible.readers();

    private final RoleGrantRepository grants;
    private final Divisions divisions;
    private final DivisionFilter filter;
    private final VolunteerLookup volunteers;
    private final ErasedRecently erased;
    private final Outbox outbox;
    private final LinliClock clock;

    @Inject
    RoleGrantUseCase(
            RoleGrantRepository grants,
            Divisions divisions,
            DivisionFilter filter,
            VolunteerLookup volunteers,
            ErasedRecently erased,
            Outbox outbox,
            LinliClock clock) {
        this.grants = grants;
        this.divisions = divisions;
        this.filter = filter;
        this.volunteers = volunteers;
        this.erased = erased;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Gives a role within what the caller may give. */
    @WithTransaction
    Uni<Outcome<RoleGrantView>> give(Caller caller, GrantRequest request) {
        Outcome<RoleGrant.Period> period = request.check()
                .then(clear -> notToOneself(caller, clear))
                .then(clear -> RoleGrant.Period.of(request.from(), request.until(), clock.now()));
        return Steps.then(
                period,
                known -> reach(request)
                        .map(reach ->
                                reach.then(found -> GrantRule.give(caller, request.role(), found, request.until())))
                        .chain(reach -> Steps.then(reach, allowed -> give(caller, request, allowed, known))));
    }

    /** Whoever could prolong or widen their own role would make a limited one unlimited. */
    private static Outcome<GrantRequest> notToOneself(Caller caller, GrantRequest request) {
        boolean oneself = caller.accountId().equals(request.holder().accountId())
                || request.holder().volunteerId() != null
                        && request.holder().volunteerId().equals(caller.volunteerId());
        return oneself ? Outcome.refused(KitRefusal.FORBIDDEN, "holder") : Outcome.done(request);
    }

    /** Grants within the caller's scope: divisions, or single stations; everybody sees their own. */
    @WithSession
    Uni<Outcome<Page<RoleGrantView>>> list(
            Caller caller, String division, UUID accountId, boolean inForce, Paging paging) {
        boolean own = caller.accountId().equals(accountId);
        if (!own && !caller.holdsAnywhere(READERS)) {
            return Uni.createFrom().item(Outcome.refused(KitRefusal.FORBIDDEN));
        }
        List<String> scopes = own ? null : caller.scopes(READERS);
        List<UUID> stations = caller.stations(READERS);
        return filter.prefixOf(division)
                .chain(prefix -> Steps.then(
                        prefix,
                        known -> grants.search(
                                        new RoleGrantRepository.Search(
                                                scopes, stations, known, accountId, inForce ? clock.now() : null),
                                        paging.afterId(),
                                        paging.limit())
                                .map(rows -> Outcome.done(Page.of(
                                        rows, paging.limit(), row -> row.id().toString(), RoleGrant::view)))));
    }

    /** Takes a role away; everybody may lay down their own. */
    @WithTransaction
    Uni<Outcome<RoleGrantView>> revoke(Caller caller, UUID id) {
        return operatorsIfOne(id)
                .chain(operators -> grants.lock(id)
                        .map(found -> mayRevoke(caller, found).then(grant -> unlessLastOperator(grant, operators))))
                .chain(allowed -> Steps.then(allowed, grant -> revoke(caller, grant)));
    }

    /** Every grant of an operator if this is one, locked before any single grant is. */
    private Uni<List<RoleGrant>> operatorsIfOne(UUID id) {
        return grants.roleOf(id)
                .chain(role -> role == Role.PLATFORM_OPERATOR
                        ? grants.lockOperators()
                        : Uni.createFrom().item(List.of()));
    }

    private Uni<Outcome<RoleGrantView>> revoke(Caller caller, RoleGrant grant) {
        return Steps.then(grant.revoke(caller.accountId(), clock.now()), event -> tell(grant, event));
    }

    private Uni<Outcome<RoleGrantView>> give(
            Caller caller, GrantRequest request, GrantReach reach, RoleGrant.Period period) {
        return holder(request.holder())
                .chain(holder -> Steps.then(holder, this::unlessErased))
                .chain(holder -> Steps.then(
                        holder,
                        accountId -> grants.isGiven(accountId, request.role(), reach)
                                .map(given -> given
                                        ? Outcome.<RoleGrant>refused(RegistrationRefusal.GRANT_EXISTS)
                                        : Outcome.done(RoleGrant.give(
                                                Ids.next(),
                                                accountId,
                                                request.role(),
                                                reach,
                                                period,
                                                caller.accountId(),
                                                clock.now())))))
                .chain(decided ->
                        Steps.then(decided, grant -> grants.persist(grant).chain(() -> tell(grant, grant.granted()))));
    }

    private Uni<Outcome<RoleGrantView>> tell(RoleGrant grant, RegistrationEvent event) {
        return grants.flush()
                .chain(() -> outbox.add(Fact.of(grant.id(), grant.sequence(), grant.division(), event)))
                .map(told -> Outcome.done(grant.view()));
    }

    private Uni<Outcome<GrantReach>> reach(GrantRequest request) {
        if (RoleGrant.EVERYWHERE.equals(request.division())) {
            return Uni.createFrom().item(Outcome.done(GrantReach.everywhere()));
        }
        return divisions
                .inForce(request.division(), "division")
                .map(division -> division.map(known -> new GrantReach(
                        request.division(),
                        known.prefix(),
                        request.stationId(),
                        request.teamId(),
                        request.activityId())))
                .chain(reach -> Steps.then(reach, this::withTargetInside));
    }

    /** Activities are another service's: whether there is one is not known here; if there is none, no harm is done. */
    private Uni<Outcome<GrantReach>> withTargetInside(GrantReach reach) {
        if (reach.stationId != null) {
            return grants.divisionOfStation(reach.stationId).map(division -> inside(reach, division, "stationId"));
        }
        if (reach.teamId != null) {
            return grants.divisionOfTeam(reach.teamId).map(division -> inside(reach, division, "teamId"));
        }
        return Uni.createFrom().item(Outcome.done(reach));
    }

    private static Outcome<GrantReach> inside(GrantReach reach, DivisionCode target, String field) {
        return target != null && reach.reaches(target)
                ? Outcome.done(reach)
                : Outcome.refused(RegistrationRefusal.GRANT_TARGET_UNCLEAR, field);
    }

    private Uni<Outcome<UUID>> holder(GrantRequest.Holder holder) {
        if (holder.accountId() != null) {
            return Uni.createFrom().item(Outcome.done(holder.accountId()));
        }
        return volunteers
                .find(holder.volunteerId())
                .map(found -> found == null || found.status() == VolunteerStatus.WITHDRAWN || found.accountId() == null
                        ? Outcome.refused(RegistrationRefusal.HOLDER_UNKNOWN, "holder.volunteerId")
                        : Outcome.done(found.accountId()));
    }

    /** What is still being cleared of a sign-in must not meet a new role. */
    private Uni<Outcome<UUID>> unlessErased(UUID accountId) {
        return SignInTurn.of(accountId)
                .chain(() -> erased.was(accountId))
                .map(recently -> recently
                        ? Outcome.refused(RegistrationRefusal.ERASED_RECENTLY, "holder")
                        : Outcome.done(accountId));
    }

    private static Outcome<RoleGrant> mayRevoke(Caller caller, RoleGrant grant) {
        if (grant == null) {
            return Outcome.refused(KitRefusal.NOT_FOUND);
        }
        boolean own = grant.accountId().equals(caller.accountId());
        if (own || GrantRule.allows(caller, grant.role(), grant.reach())) {
            return Outcome.done(grant);
        }
        boolean seen =
                grant.division() != null && caller.holdsForStation(grant.reach().stationId, grant.division(), READERS);
        return Outcome.refused(seen ? RegistrationRefusal.GRANT_ABOVE_OWN : KitRefusal.NOT_FOUND);
    }

    private Outcome<RoleGrant> unlessLastOperator(RoleGrant grant, List<RoleGrant> operators) {
        boolean last = grant.role() == Role.PLATFORM_OPERATOR
                && operators.stream().noneMatch(other -> other.isOtherOpenThan(grant, clock.now()));
        return last ? Outcome.refused(RegistrationRefusal.LAST_OPERATOR) : Outcome.done(grant);
    }
}
