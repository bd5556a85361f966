package org.linli.contracts.activity;

import static org.linli.contracts.DataClassification.DISTRICT;

import java.util.UUID;
import org.linli.contracts.Event;
import org.linli.contracts.EventType;

/**
 * What activity tells of sign-ups for sessions. Sealed, so that a consumer answers every kind. Each record carries the
 * complete state of its subject.
 */
public sealed interface SignUpEvent extends Event {

    /** Somebody has a place. Subject of all of these: the sign-up. */
    @EventType(value = "linli.activity.sign-up.confirmed.v1", classification = DISTRICT)
    record SignedUp(SignUpState signUp) implements SignUpEvent {
        @Override
        public SignUpState state() {
            return signUp;
        }
    }

    /** All places were taken; somebody waits in order. */
    @EventType(value = "linli.activity.sign-up.waitlisted.v1", classification = DISTRICT)
    record Waitlisted(SignUpState signUp) implements SignUpEvent {
        @Override
        public SignUpState state() {
            return signUp;
        }
    }

    /** A place became free and is kept for whoever was next, until a time. */
    @EventType(value = "linli.activity.sign-up.offered.v1", classification = DISTRICT)
    record PlaceOffered(SignUpState signUp) implements SignUpEvent {
        @Override
        public SignUpState state() {
            return signUp;
        }
    }

    /** The offered place was taken in time. */
    @EventType(value = "linli.activity.sign-up.accepted.v1", classification = DISTRICT)
    record PlaceTaken(SignUpState signUp) implements SignUpEvent {
        @Override
        public SignUpState state() {
            return signUp;
        }
    }

    /** Nobody took the offered place in time, or the session began with somebody still waiting. */
    @EventType(value = "linli.activity.sign-up.lapsed.v1", classification = DISTRICT)
    record SignUpLapsed(SignUpState signUp) implements SignUpEvent {
        @Override
        public SignUpState state() {
            return signUp;
        }
    }

    /** Somebody gave the place back, or waits no longer. */
    @EventType(value = "linli.activity.sign-up.withdrawn.v1", classification = DISTRICT)
    record SignUpWithdrawn(SignUpState signUp) implements SignUpEvent {
        @Override
        public SignUpState state() {
            return signUp;
        }
    }

    /** Struck off by the organiser, or called off with the session. */
    @EventType(value = "linli.activity.sign-up.cancelled.v1", classification = DISTRICT)
    record SignUpCancelled(SignUpState signUp, boolean sessionCancelled) implements SignUpEvent {
        @Override
        public SignUpState state() {
            return signUp;
        }
    }

    /**
     * Whoever signed up may not come any more: suspended, gone, without the consent of a guardian; or
     * ({@code mayServe}) without a skill, the age or the team that this session asks for. Null in events from before
     * there was this field.
     */
    @EventType(value = "linli.activity.sign-up.stood-down.v1", classification = DISTRICT)
    record StoodDown(SignUpState signUp, Boolean mayServe) implements SignUpEvent {
        @Override
        public SignUpState state() {
            return signUp;
        }
    }

    /**
     * Somebody wants to hand the place over to another volunteer, who is asked; or ({@code exchange}) to exchange it
     * for one of theirs. Null in events from before there was this field.
     */
    @EventType(value = "linli.activity.sign-up.handover-offered.v1", classification = DISTRICT)
    record HandoverOffered(SignUpState signUp, UUID offeredTo, Boolean exchange) implements SignUpEvent {
        @Override
        public SignUpState state() {
            return signUp;
        }
    }

    /** The other volunteer does not want the place; it stays where it was. */
    @EventType(value = "linli.activity.sign-up.handover-declined.v1", classification = DISTRICT)
    record HandoverDeclined(SignUpState signUp, UUID declinedBy) implements SignUpEvent {
        @Override
        public SignUpState state() {
            return signUp;
        }
    }

    /**
     * The place went to another volunteer, whose own sign-up tells so itself; or ({@code exchange}) was exchanged for
     * one of theirs. Null in events from before there was this field.
     */
    @EventType(value = "linli.activity.sign-up.handed-over.v1", classification = DISTRICT)
    record HandedOver(SignUpState signUp, UUID takenBy, Boolean exchange) implements SignUpEvent {
        @Override
        public SignUpState state() {
            return signUp;
        }
    }

    /** Was there: arrived, by code or by list. */
    @EventType(value = "linli.activity.sign-up.attended.v1", classification = DISTRICT)
    record Attended(SignUpState signUp) implements SignUpEvent {
        @Override
        public SignUpState state() {
            return signUp;
        }
    }

    /** Had a place and did not come; too many of these bar from signing up for a while. */
    @EventType(value = "linli.activity.sign-up.missed.v1", classification = DISTRICT)
    record Missed(SignUpState signUp) implements SignUpEvent {
        @Override
        public SignUpState state() {
            return signUp;
        }
    }

    /** Says that there was a reason for not coming; the organiser decides. */
    @EventType(value = "linli.activity.sign-up.appealed.v1", classification = DISTRICT)
    record MissAppealed(SignUpState signUp) implements SignUpEvent {
        @Override
        public SignUpState state() {
            return signUp;
        }
    }

    /** The reason was accepted: it no longer counts as not having come. */
    @EventType(value = "linli.activity.sign-up.excused.v1", classification = DISTRICT)
    record MissExcused(SignUpState signUp) implements SignUpEvent {
        @Override
        public SignUpState state() {
            return signUp;
        }
    }

    /** The reason was not accepted. */
    @EventType(value = "linli.activity.sign-up.upheld.v1", classification = DISTRICT)
    record MissUpheld(SignUpState signUp) implements SignUpEvent {
        @Override
        public SignUpState state() {
            return signUp;
        }
    }
}
