package org.linli.registration.team;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.linli.contracts.registration.MembershipState.MembershipStatus;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.kit.Outcome;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.person.Farewell;
import org.linli.kit.time.LinliClock;

/** Whoever was erased leads no team and belongs to none. */
@ApplicationScoped
class TeamFarewell implements Farewell {
    private final TeamRepository teams;
    private final MembershipRepository memberships;
    private final Outbox outbox;
    private final LinliClock clock;

    @Inject
    TeamFarewell(TeamRepository teams, MembershipRepository memberships, Outbox outbox, LinliClock clock) {
        this.teams = teams;
        this.memberships = memberships;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> leave(UUID volunteer, UUID account) {
        return teams.list("leaderId = ?1 order by id", volunteer)
                .chain(led -> each(led, team -> teams.lock(team.id()).chain(this::leaveLead)))
                .chain(() -> memberships.list(
                        "volunteerId = ?1 and status in ?2 order by teamId",
                        volunteer,
                        List.of(MembershipStatus.REQUESTED, MembershipStatus.ACTIVE)))
                .chain(open -> each(
                        open,
                        membership -> teams.lock(membership.teamId()).chain(team -> end(team, membership, volunteer))))
                .replaceWith(true);
    }

    private static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(step::apply)
                .collect()
                .last();
    }

    private Uni<Void> leaveLead(Team team) {
        RegistrationEvent event = team.withoutLeader();
        return teams.flush().chain(() -> outbox.add(Fact.of(team.id(), team.sequence(), team.division(), event)));
    }

    private Uni<Void> end(Team team, Membership membership, UUID volunteer) {
        return switch (membership.end(team, true, null, volunteer, clock.now())) {
            case Outcome.Refused<RegistrationEvent> over -> Uni.createFrom().voidItem();
            case Outcome.Done<RegistrationEvent>(RegistrationEvent event) ->
                memberships
                        .flush()
                        .chain(() ->
                                outbox.add(Fact.of(membership.id(), membership.sequence(), team.division(), event)));
        };
    }
}
