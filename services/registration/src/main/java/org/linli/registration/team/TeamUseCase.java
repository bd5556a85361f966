package org.linli.registration.team;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.contracts.registration.TeamState.TeamKind;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.IfMatch;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.registration.DivisionFilter;
import org.linli.registration.RegistrationRefusal;
import org.linli.registration.division.Divisions;
import org.linli.registration.division.KnownDivision;

/** Founds teams, shows them and names who leads them. */
@ApplicationScoped
class TeamUseCase {
    private final TeamRepository teams;
    private final MembershipRepository memberships;
    private final Divisions divisions;
    private final DivisionFilter filter;
    private final Candidates candidates;
    private final Outbox outbox;
    private final LinliClock clock;

    @Inject
    TeamUseCase(
            TeamRepository teams,
            MembershipRepository memberships,
            Divisions divisions,
            DivisionFilter filter,
            Candidates candidates,
            Outbox outbox,
            LinliClock clock) {
        this.teams = teams;
        this.memberships = memberships;
        this.divisions = divisions;
        this.filter = filter;
        this.candidates = candidates;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Founds a team within the caller's scope. */
    @WithTransaction
    Uni<Outcome<TeamView>> found(Caller caller, TeamFounding wanted) {
        return divisions
                .inForce(wanted.division(), "division")
                .chain(division -> Steps.then(allow(caller, division), allowed -> founding(allowed, wanted)))
                .chain(founding ->
                        Steps.then(founding, ready -> record(Team.found(ready, caller.accountId(), clock.now()))));
    }

    private static Outcome<KnownDivision> allow(Caller caller, Outcome<KnownDivision> division) {
        return division.then(found -> TeamRights.administers(caller, found.code())
                ? division
                : Outcome.refused(KitRefusal.FORBIDDEN, "division"));
    }

    private Uni<Outcome<Team.Founding>> founding(KnownDivision division, TeamFounding wanted) {
        return parent(wanted.parentTeamId())
                .map(parent -> parent.then(above -> assemble(division, wanted, above)))
                .chain(assembled -> Steps.then(assembled, this::withFreeName));
    }

    /** Done with null if none was named. */
    private Uni<Outcome<Team>> parent(UUID parentTeamId) {
        if (parentTeamId == null) {
            return Uni.createFrom().item(Outcome.done(null));
        }
        return teams.findById(parentTeamId)
                .map(parent -> parent == null
                        ? Outcome.refused(RegistrationRefusal.PARENT_TEAM_UNKNOWN, "parentTeamId")
                        : Outcome.done(parent));
    }

    private static Outcome<Team.Founding> assemble(KnownDivision division, TeamFounding wanted, Team above) {
        Outcome<CreditCode> credit =
                wanted.creditCode() == null ? Outcome.done(null) : CreditCode.read(wanted.creditCode());
        return credit.map(code -> new Team.Founding(
                Ids.next(),
                wanted.name(),
                wanted.kind(),
                division.code(),
                division.prefix(),
                above,
                wanted.categories(),
                wanted.capacity(),
                code));
    }

    /** Two foundings at once are caught by the constraint behind it, which the resource knows. */
    private Uni<Outcome<Team.Founding>> withFreeName(Team.Founding founding) {
        return teams.isNameTaken(founding.division(), founding.name().key())
                .map(taken ->
                        taken ? Outcome.refused(RegistrationRefusal.TEAM_NAME_TAKEN, "name") : Outcome.done(founding));
    }

    private Uni<Outcome<TeamView>> record(Outcome<Team> founded) {
        return Steps.then(
                founded,
                team -> teams.persist(team)
                        .chain(() -> outbox.add(fact(team, team.founded())))
                        .map(stored -> Outcome.done(team.view())));
    }

    /** One team; teams are public. */
    @WithSession
    Uni<Outcome<TeamView>> get(UUID id) {
        return teams.findById(id)
                .map(team -> team == null ? Outcome.refused(KitRefusal.NOT_FOUND) : Outcome.done(team.view()));
    }

    /** Teams below a division; {@code division} and {@code kind} may be null. */
    @WithSession
    Uni<Outcome<Page<TeamView>>> list(String division, TeamKind kind, Paging paging) {
        Set<TeamKind> kinds = kind == null ? EnumSet.allOf(TeamKind.class) : EnumSet.of(kind);
        return filter.prefixOf(division)
                .chain(found -> Steps.then(
                        found,
                        prefix -> teams.page(prefix, kinds, paging.afterId(), paging.limit())
                                .map(rows -> Outcome.done(Page.of(
                                        rows, paging.limit(), team -> team.id().toString(), Team::view)))));
    }

    /** Names the leader of a team within the caller's scope. */
    @WithTransaction
    Uni<Outcome<TeamView>> nameLeader(Caller caller, UUID teamId, UUID volunteerId, String ifMatch) {
        return teams.lock(teamId)
                .map(team -> mayNameLeader(caller, team, ifMatch))
                .chain(allowed -> Steps.then(
                        allowed,
                        team -> candidates
                                .find(volunteerId)
                                .chain(candidate -> memberships
                                        .isActive(teamId, volunteerId)
                                        .map(member -> name(team, candidate, member)))
                                .chain(named -> recordLeader(team, named))));
    }

    private static Outcome<Team> mayNameLeader(Caller caller, Team team, String ifMatch) {
        if (team == null) {
            return Outcome.refused(KitRefusal.NOT_FOUND);
        }
        return TeamRights.administers(caller, team.division())
                ? IfMatch.check(ifMatch, team.version(), team)
                : Outcome.refused(KitRefusal.FORBIDDEN);
    }

    private static Outcome<RegistrationEvent> name(Team team, Candidate candidate, boolean member) {
        return candidate == null
                ? Outcome.refused(RegistrationRefusal.VOLUNTEER_UNKNOWN, "volunteerId")
                : team.nameLeader(candidate, member);
    }

    private Uni<Outcome<TeamView>> recordLeader(Team team, Outcome<RegistrationEvent> named) {
        return Steps.then(named, event -> outbox.add(fact(team, event)).map(stored -> Outcome.done(team.view())));
    }

    private static Fact fact(Team team, RegistrationEvent event) {
        return Fact.of(team.id(), team.sequence(), team.division(), event);
    }
}
