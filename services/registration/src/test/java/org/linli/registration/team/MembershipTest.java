package org.linli.registration.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registration.Refusals.assertRefused;
import static org.linli.registration.Refusals.done;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.registration.MembershipState.MembershipStatus;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.contracts.registration.TeamState.TeamKind;
import org.linli.kit.Outcome;
import org.linli.registration.PublicName;
import org.linli.registration.RegistrationRefusal;

@DisplayName("A membership")
class MembershipTest {
    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final UUID DECIDER = UUID.randomUUID();

    private final Team team = team(2);

    @Test
    void isRequestedByAVerifiedVolunteerAndThenActive() {
        Membership membership = requested(verified());

        Outcome<RegistrationEvent> approved = membership.approve(team, verified(), DECIDER, NOW);

        assertThat(done(approved)).isInstanceOf(RegistrationEvent.MembershipApproved.class);
        assertThat(membership.view().status()).isEqualTo(MembershipStatus.ACTIVE);
        assertThat(membership.sequence()).isEqualTo(2);
        assertThat(team.view().members()).isOne();
    }

    @Test
    void isNotForSomebodyWhoMayNotServe() {
        assertRefused(
                Membership.request(UUID.randomUUID(), team, new Candidate(UUID.randomUUID(), false, true), NOW),
                RegistrationRefusal.VOLUNTEER_NOT_VERIFIED);
    }

    @Test
    void isNotApprovedIfTheVolunteerWasSuspendedInTheMeantime() {
        Membership membership = requested(verified());

        Candidate suspended = new Candidate(membership.volunteerId(), false, true);
        assertRefused(membership.approve(team, suspended, DECIDER, NOW), RegistrationRefusal.VOLUNTEER_NOT_VERIFIED);
        assertThat(team.view().members()).isZero();
    }

    @Test
    void isNotApprovedWhenAllPlacesAreTaken() {
        Team small = team(1);
        done(request(small).approve(small, verified(), DECIDER, NOW));

        Membership late = request(small);

        assertRefused(late.approve(small, verified(), DECIDER, NOW), RegistrationRefusal.TEAM_FULL);
        assertThat(late.view().status()).isEqualTo(MembershipStatus.REQUESTED);
        assertThat(late.sequence()).isOne();
    }

    @Test
    void isDecidedOnce() {
        Membership membership = requested(verified());
        done(membership.decline("full for the season", DECIDER, NOW));

        assertRefused(membership.approve(team, verified(), DECIDER, NOW), RegistrationRefusal.MEMBERSHIP_NOT_REQUESTED);
        assertRefused(membership.decline("again", DECIDER, NOW), RegistrationRefusal.MEMBERSHIP_NOT_REQUESTED);
        assertRefused(membership.end(team, true, null, DECIDER, NOW), RegistrationRefusal.MEMBERSHIP_NOT_OPEN);
    }

    @Test
    void givesItsPlaceBackWhenTheVolunteerLeaves() {
        Membership membership = requested(verified());
        done(membership.approve(team, verified(), DECIDER, NOW));

        RegistrationEvent left = done(membership.end(team, true, null, DECIDER, NOW));

        assertThat(left).isInstanceOf(RegistrationEvent.MembershipEnded.class);
        assertThat(team.view().members()).isZero();
    }

    @Test
    void canBeTakenBackByTheVolunteerBeforeItIsDecidedButNotEndedByTheTeam() {
        Membership membership = requested(verified());

        assertRefused(membership.end(team, false, "no", DECIDER, NOW), RegistrationRefusal.MEMBERSHIP_NOT_OPEN);
        done(membership.end(team, true, null, DECIDER, NOW));
        assertThat(team.view().members()).isZero();
    }

    @Test
    void isNotEndedByTheTeamWithoutAReason() {
        Membership membership = requested(verified());
        done(membership.approve(team, verified(), DECIDER, NOW));

        assertRefused(membership.end(team, false, null, DECIDER, NOW), RegistrationRefusal.REASON_MISSING);
        done(membership.end(team, false, "moved away", DECIDER, NOW));
    }

    @Test
    void ofTheLeaderDoesNotEnd() {
        Candidate leader = verified();
        Membership membership = requested(leader);
        done(membership.approve(team, leader, DECIDER, NOW));
        done(team.nameLeader(leader, true));

        assertRefused(membership.end(team, true, null, DECIDER, NOW), RegistrationRefusal.LEADER_CANNOT_LEAVE);
    }

    @Test
    void isNeededToLeadAndSoIsFullAge() {
        Candidate minor = new Candidate(UUID.randomUUID(), true, false);
        Candidate suspended = new Candidate(UUID.randomUUID(), false, true);

        assertRefused(team.nameLeader(verified(), false), RegistrationRefusal.LEADER_NOT_MEMBER);
        assertRefused(team.nameLeader(minor, true), RegistrationRefusal.LEADER_NOT_ADULT);
        assertRefused(team.nameLeader(suspended, true), RegistrationRefusal.VOLUNTEER_NOT_VERIFIED);
        assertThat(team.view().leaderId()).isNull();
        assertThat(team.sequence()).isOne();
    }

    @Test
    @DisplayName("belongs to a team whose own team above must reach as far as it does")
    void belongsToATeamBelowAnother() {
        Team street = done(Team.found(founding("530103005000", "530103005", null, null), DECIDER, NOW));

        done(Team.found(founding("530103005005", "530103005005", street, null), DECIDER, NOW));
        assertRefused(
                Team.found(founding("530103007008", "530103007008", street, null), DECIDER, NOW),
                RegistrationRefusal.PARENT_TEAM_NOT_ABOVE);
    }

    private Membership requested(Candidate candidate) {
        return done(Membership.request(UUID.randomUUID(), team, candidate, NOW));
    }

    private static Membership request(Team wanted) {
        return done(Membership.request(UUID.randomUUID(), wanted, verified(), NOW));
    }

    private static Candidate verified() {
        return new Candidate(UUID.randomUUID(), true, true);
    }

    private static Team team(int capacity) {
        return done(Team.found(founding("530103005005", "530103005005", null, capacity), DECIDER, NOW));
    }

    private static Team.Founding founding(String division, String prefix, Team parent, Integer capacity) {
        return new Team.Founding(
                UUID.randomUUID(),
                new PublicName("老邻居"),
                TeamKind.COMMUNITY,
                new DivisionCode(division),
                prefix,
                parent,
                List.of(ServiceCategory.COMPANIONSHIP),
                capacity,
                null);
    }
}
