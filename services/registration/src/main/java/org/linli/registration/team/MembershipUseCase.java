package org.linli.registration.team;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.linli.contracts.registration.MembershipState.MembershipStatus;
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
import org.linli.registration.RegistrationRefusal;

/**
 * Who belongs to a team. Every change locks the team first and the membership second, so that places are never given
 * away twice and two callers never wait for each other.
 */
@ApplicationScoped
class MembershipUseCase {
    private final TeamRepository teams;
    private final MembershipRepository memberships;
    private final Candidates candidates;
    private final Outbox outbox;
    private final LinliClock clock;

    @Inject
    MembershipUseCase(
            TeamRepository teams,
            MembershipRepository memberships,
            Candidates candidates,
            Outbox outbox,
            LinliClock clock) {
        this.teams = teams;
        this.memberships = memberships;
        this.candidates = candidates;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A membership and its team, both locked, and whether the caller speaks for the team. */
    private record Case(Team team, Membership membership, boolean decides) {}

    /** The caller, a verified volunteer, asks to join. */
    @WithTransaction
    Uni<Outcome<MembershipView>> request(Caller caller, UUID teamId) {
        if (caller.volunteerId() == null) {
            return Uni.createFrom().item(Outcome.refused(RegistrationRefusal.NOT_A_VOLUNTEER));
        }
        return teams.findById(teamId)
                .chain(team -> team == null
                        ? Uni.createFrom().item(Outcome.refused(KitRefusal.NOT_FOUND))
                        : candidates.find(caller.volunteerId()).chain(candidate -> request(team, candidate)));
    }

    private Uni<Outcome<MembershipView>> request(Team team, Candidate candidate) {
        return memberships
                .isOpen(team.id(), candidate.volunteerId())
                .map(open -> open
                        ? Outcome.<Membership>refused(RegistrationRefusal.MEMBERSHIP_OPEN_ALREADY)
                        : Membership.request(Ids.next(), team, candidate, clock.now()))
                .chain(asked -> Steps.then(
                        asked,
                        membership -> memberships
                                .persist(membership)
                                .chain(() -> outbox.add(fact(team, membership, membership.requested())))
                                .map(stored -> Outcome.done(membership.view()))));
    }

    /** The team takes the volunteer in, if there is a place. */
    @WithTransaction
    Uni<Outcome<MembershipView>> approve(Caller caller, UUID teamId, UUID membershipId) {
        return decided(caller, teamId, membershipId)
                .chain(found -> Steps.then(
                        found,
                        open -> candidates
                                .find(open.membership().volunteerId())
                                .map(candidate -> open.membership()
                                        .approve(open.team(), candidate, caller.accountId(), clock.now()))
                                .chain(event -> record(open, event))));
    }

    /** The team declines with a reason. */
    @WithTransaction
    Uni<Outcome<MembershipView>> decline(Caller caller, UUID teamId, UUID membershipId, String reason) {
        return decided(caller, teamId, membershipId)
                .chain(found -> Steps.then(
                        found,
                        open -> record(open, open.membership().decline(reason, caller.accountId(), clock.now()))));
    }

    /** The volunteer leaves, or the team lets the volunteer go with a reason. */
    @WithTransaction
    Uni<Outcome<MembershipView>> end(Caller caller, UUID teamId, UUID membershipId, String reason) {
        return locked(caller, teamId, membershipId)
                .chain(found -> Steps.then(found, open -> record(open, end(caller, open, reason))));
    }

    private Outcome<RegistrationEvent> end(Caller caller, Case open, String reason) {
        boolean byOneself = open.membership().volunteerId().equals(caller.volunteerId());
        return open.membership().end(open.team(), byOneself, reason, caller.accountId(), clock.now());
    }

    /** One membership, for the volunteer and for those who decide on it. */
    @WithSession
    Uni<Outcome<MembershipView>> get(Caller caller, UUID teamId, UUID membershipId) {
        return load(caller, teams.findById(teamId), memberships.findById(membershipId))
                .map(found -> found.map(shown -> shown.membership().view()));
    }

    /** Memberships of a team for those who decide on them; anybody else sees only their own. */
    @WithSession
    Uni<Outcome<Page<MembershipView>>> list(Caller caller, UUID teamId, MembershipStatus status, Paging paging) {
        Set<MembershipStatus> statuses = status == null ? EnumSet.allOf(MembershipStatus.class) : EnumSet.of(status);
        return teams.findById(teamId)
                .chain(team -> team == null
                        ? Uni.createFrom().item(Outcome.refused(KitRefusal.NOT_FOUND))
                        : decides(caller, team)
                                .chain(decides -> rows(decides, caller, teamId, statuses, paging))
                                .map(rows -> Outcome.done(Page.of(
                                        rows,
                                        paging.limit(),
                                        membership -> membership.id().toString(),
                                        Membership::view))));
    }

    private Uni<List<Membership>> rows(
            boolean decides, Caller caller, UUID teamId, Set<MembershipStatus> statuses, Paging paging) {
        if (decides) {
            return memberships.page(teamId, statuses, paging.afterId(), paging.limit());
        }
        return caller.volunteerId() == null
                ? Uni.createFrom().item(List.of())
                : memberships.pageOf(caller.volunteerId(), teamId, statuses, paging.afterId(), paging.limit());
    }

    private Uni<Outcome<Case>> decided(Caller caller, UUID teamId, UUID membershipId) {
        return locked(caller, teamId, membershipId)
                .map(found -> found.then(open -> open.decides() ? found : Outcome.refused(KitRefusal.FORBIDDEN)));
    }

    private Uni<Outcome<Case>> locked(Caller caller, UUID teamId, UUID membershipId) {
        return load(caller, teams.lock(teamId), memberships.lock(membershipId));
    }

    /** Somebody else's membership is nobody's business: not found, unless the caller decides on it. */
    private Uni<Outcome<Case>> load(Caller caller, Uni<Team> teamFirst, Uni<Membership> membershipThen) {
        return teamFirst.chain(team -> team == null
                ? Uni.createFrom().item(Outcome.refused(KitRefusal.NOT_FOUND))
                : decides(caller, team)
                        .chain(decides -> membershipThen.map(
                                membership -> visible(caller, new Case(team, membership, decides)))));
    }

    private static Outcome<Case> visible(Caller caller, Case found) {
        Membership membership = found.membership();
        boolean exists = membership != null && membership.isOf(found.team());
        return exists && (found.decides() || membership.volunteerId().equals(caller.volunteerId()))
                ? Outcome.done(found)
                : Outcome.refused(KitRefusal.NOT_FOUND);
    }

    /** Who leads decides while allowed to serve; so do those who administer the division. */
    private Uni<Boolean> decides(Caller caller, Team team) {
        if (TeamRights.administers(caller, team.division()) || TeamRights.holdsLeaderRole(caller, team)) {
            return Uni.createFrom().item(true);
        }
        return team.isLedBy(caller.volunteerId())
                ? candidates.find(caller.volunteerId()).map(Candidate::mayServe)
                : Uni.createFrom().item(false);
    }

    private Uni<Outcome<MembershipView>> record(Case open, Outcome<RegistrationEvent> decided) {
        return Steps.then(
                decided,
                event -> outbox.add(fact(open.team(), open.membership(), event))
                        .map(stored -> Outcome.done(open.membership().view())));
    }

    private static Fact fact(Team team, Membership membership, RegistrationEvent event) {
        return Fact.of(membership.id(), membership.sequence(), team.division(), event);
    }
}
