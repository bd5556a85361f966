package org.linli.contracts.registration;

import static org.linli.contracts.DataClassification.DISTRICT;

import org.linli.contracts.Event;
import org.linli.contracts.EventType;

/**
 * What registration tells: places, volunteers, teams, stations, recipients, rights. Sealed, so that a consumer answers
 * every kind. Each record carries the complete state of its subject, so that a local copy needs no history.
 */
public sealed interface RegistrationEvent extends Event {

    /** A division was loaded, renamed or merged. Subject: the division code. */
    @EventType(value = "linli.registration.division.recorded.v1", classification = DISTRICT)
    record DivisionRecorded(DivisionState division) implements RegistrationEvent {
        @Override
        public DivisionState state() {
            return division;
        }
    }

    /**
     * Somebody registered as a volunteer, or was brought over from a former system, or took over such a file: the state
     * says whether they are verified and what account is theirs. Subject: the volunteer.
     */
    @EventType(value = "linli.registration.volunteer.registered.v1", classification = DISTRICT)
    record VolunteerRegistered(VolunteerState volunteer) implements RegistrationEvent {
        @Override
        public VolunteerState state() {
            return volunteer;
        }
    }

    /** The volunteer's data were checked: may serve from now on. */
    @EventType(value = "linli.registration.volunteer.verified.v1", classification = DISTRICT)
    record VolunteerVerified(VolunteerState volunteer) implements RegistrationEvent {
        @Override
        public VolunteerState state() {
            return volunteer;
        }
    }

    /** The registration was refused. */
    @EventType("linli.registration.volunteer.rejected.v1")
    record VolunteerRejected(VolunteerState volunteer) implements RegistrationEvent {
        @Override
        public VolunteerState state() {
            return volunteer;
        }
    }

    /** The volunteer may not serve for now. */
    @EventType(value = "linli.registration.volunteer.suspended.v1", classification = DISTRICT)
    record VolunteerSuspended(VolunteerState volunteer) implements RegistrationEvent {
        @Override
        public VolunteerState state() {
            return volunteer;
        }
    }

    /** A suspension ended. */
    @EventType(value = "linli.registration.volunteer.reinstated.v1", classification = DISTRICT)
    record VolunteerReinstated(VolunteerState volunteer) implements RegistrationEvent {
        @Override
        public VolunteerState state() {
            return volunteer;
        }
    }

    /** The volunteer left. */
    @EventType(value = "linli.registration.volunteer.withdrawn.v1", classification = DISTRICT)
    record VolunteerWithdrawn(VolunteerState volunteer) implements RegistrationEvent {
        @Override
        public VolunteerState state() {
            return volunteer;
        }
    }

    /** A team was founded. Subject: the team. */
    @EventType(value = "linli.registration.team.founded.v1", classification = DISTRICT)
    record TeamFounded(TeamState team) implements RegistrationEvent {
        @Override
        public TeamState state() {
            return team;
        }
    }

    /** A team has a new leader. */
    @EventType(value = "linli.registration.team.leader-named.v1", classification = DISTRICT)
    record TeamLeaderNamed(TeamState team) implements RegistrationEvent {
        @Override
        public TeamState state() {
            return team;
        }
    }

    /** A volunteer asked to join a team. Subject: the membership. */
    @EventType("linli.registration.membership.requested.v1")
    record MembershipRequested(MembershipState membership) implements RegistrationEvent {
        @Override
        public MembershipState state() {
            return membership;
        }
    }

    /** The team took the volunteer in. */
    @EventType(value = "linli.registration.membership.approved.v1", classification = DISTRICT)
    record MembershipApproved(MembershipState membership) implements RegistrationEvent {
        @Override
        public MembershipState state() {
            return membership;
        }
    }

    /** The team declined. */
    @EventType("linli.registration.membership.declined.v1")
    record MembershipDeclined(MembershipState membership) implements RegistrationEvent {
        @Override
        public MembershipState state() {
            return membership;
        }
    }

    /** The volunteer left the team, or was removed. */
    @EventType(value = "linli.registration.membership.ended.v1", classification = DISTRICT)
    record MembershipEnded(MembershipState membership) implements RegistrationEvent {
        @Override
        public MembershipState state() {
            return membership;
        }
    }

    /** A station opened. Subject: the station. */
    @EventType(value = "linli.registration.station.opened.v1", classification = DISTRICT)
    record StationOpened(StationState station) implements RegistrationEvent {
        @Override
        public StationState state() {
            return station;
        }
    }

    /** A resident was enrolled as a recipient of help. Subject: the recipient. */
    @EventType("linli.registration.recipient.enrolled.v1")
    record RecipientEnrolled(RecipientState recipient) implements RegistrationEvent {
        @Override
        public RecipientState state() {
            return recipient;
        }
    }

    /** A recipient redeemed the one-time code: an account now belongs to the recipient. */
    @EventType("linli.registration.recipient.linked.v1")
    record RecipientLinked(RecipientState recipient) implements RegistrationEvent {
        @Override
        public RecipientState state() {
            return recipient;
        }
    }

    /** The recipient needs no more help, or left: no orders from now on. */
    @EventType("linli.registration.recipient.withdrawn.v1")
    record RecipientWithdrawn(RecipientState recipient) implements RegistrationEvent {
        @Override
        public RecipientState state() {
            return recipient;
        }
    }

    /** A role was given. Subject: the grant. */
    @EventType("linli.registration.role.granted.v1")
    record RoleGranted(GrantState grant) implements RegistrationEvent {
        @Override
        public GrantState state() {
            return grant;
        }
    }

    /** A role was taken away. */
    @EventType("linli.registration.role.revoked.v1")
    record RoleRevoked(GrantState grant) implements RegistrationEvent {
        @Override
        public GrantState state() {
            return grant;
        }
    }
}
