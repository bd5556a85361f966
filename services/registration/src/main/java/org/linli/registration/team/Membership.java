package org.linli.registration.team;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.registration.MembershipState;
import org.linli.contracts.registration.MembershipState.MembershipStatus;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;

/**
 * That a volunteer asked to join a team, and what came of it: requested → active or declined; either of the open ones →
 * ended. A closed membership stays closed; asking again is a new one.
 */
@Entity(name = "Membership")
class Membership {
    @Id
    private UUID id;

    @Column(name = "team_id")
    private UUID teamId;

    @Column(name = "volunteer_id")
    private UUID volunteerId;

    @Enumerated(EnumType.STRING)
    private MembershipStatus status;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decided_by")
    private UUID decidedBy;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ended_by")
    private UUID endedBy;

    private String reason;
    private long sequence;

    @Version
    private long version;

    /** For Hibernate. */
    protected Membership() {}

    /** Asks to join; only volunteers who may serve are taken. */
    static Outcome<Membership> request(UUID id, Team team, Candidate candidate, Instant now) {
        if (!candidate.mayServe()) {
            return Outcome.refused(RegistrationRefusal.VOLUNTEER_NOT_VERIFIED);
        }
        Membership membership = new Membership();
        membership.id = id;
        membership.teamId = team.id();
        membership.volunteerId = candidate.volunteerId();
        membership.status = MembershipStatus.REQUESTED;
        membership.requestedAt = now;
        membership.sequence = 1;
        return Outcome.done(membership);
    }

    /** The event of asking. */
    RegistrationEvent requested() {
        return new RegistrationEvent.MembershipRequested(state());
    }

    /** Takes the volunteer in, on one place of the team; the team's row must be locked. */
    Outcome<RegistrationEvent> approve(Team team, Candidate candidate, UUID by, Instant now) {
        if (status != MembershipStatus.REQUESTED) {
            return Outcome.refused(RegistrationRefusal.MEMBERSHIP_NOT_REQUESTED);
        }
        // nobody: was erased since
        if (candidate == null || !candidate.mayServe()) {
            return Outcome.refused(RegistrationRefusal.VOLUNTEER_NOT_VERIFIED);
        }
        return team.takePlace().map(place -> {
            decide(MembershipStatus.ACTIVE, null, by, now);
            return new RegistrationEvent.MembershipApproved(state());
        });
    }

    /** Declines the volunteer with a reason. */
    Outcome<RegistrationEvent> decline(String why, UUID by, Instant now) {
        if (status != MembershipStatus.REQUESTED) {
            return Outcome.refused(RegistrationRefusal.MEMBERSHIP_NOT_REQUESTED);
        }
        decide(MembershipStatus.DECLINED, why, by, now);
        return Outcome.done(new RegistrationEvent.MembershipDeclined(state()));
    }

    /**
     * Ends it: the volunteer leaves or takes the question back (then a reason may be missing), or the team lets an
     * active member go with a reason. Who leads the team stays until another one is named.
     */
    Outcome<RegistrationEvent> end(Team team, boolean byOneself, String why, UUID by, Instant now) {
        boolean open = status == MembershipStatus.ACTIVE || byOneself && status == MembershipStatus.REQUESTED;
        if (!open) {
            return Outcome.refused(RegistrationRefusal.MEMBERSHIP_NOT_OPEN);
        }
        if (team.isLedBy(volunteerId)) {
            return Outcome.refused(RegistrationRefusal.LEADER_CANNOT_LEAVE);
        }
        if (!byOneself && why == null) {
            return Outcome.refused(RegistrationRefusal.REASON_MISSING, "reason");
        }
        if (status == MembershipStatus.ACTIVE) {
            team.freePlace();
        }
        status = MembershipStatus.ENDED;
        reason = why;
        endedBy = by;
        endedAt = now;
        sequence++;
        return Outcome.done(new RegistrationEvent.MembershipEnded(state()));
    }

    private void decide(MembershipStatus decision, String why, UUID by, Instant now) {
        status = decision;
        reason = why;
        decidedBy = by;
        decidedAt = now;
        sequence++;
    }

    UUID id() {
        return id;
    }

    UUID teamId() {
        return teamId;
    }

    UUID volunteerId() {
        return volunteerId;
    }

    boolean isOf(Team team) {
        return teamId.equals(team.id());
    }

    boolean isOpen() {
        return status == MembershipStatus.REQUESTED || status == MembershipStatus.ACTIVE;
    }

    long sequence() {
        return sequence;
    }

    MembershipView view() {
        return new MembershipView(id, teamId, volunteerId, status, requestedAt, decidedAt, endedAt, reason, version);
    }

    private MembershipState state() {
        return new MembershipState(id, teamId, volunteerId, status);
    }
}
