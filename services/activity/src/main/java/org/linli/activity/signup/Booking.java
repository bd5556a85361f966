package org.linli.activity.signup;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.activity.SignUpState;
import org.linli.contracts.activity.SignUpStatus;

/**
 * Who signed up for what; never changes.
 *
 * @param sessionId the session
 * @param activityId its activity
 * @param division community where it takes place
 * @param teamId the team that holds it; null without one
 * @param stationId the station that holds it; null without one
 * @param volunteerId who comes
 * @param accountId the volunteer's sign-in; null without one
 * @param minor whether the volunteer was a minor then; who stands for one is asked anew each time ({@link Guardians})
 * @param guests how many people come along
 * @param walkIn whether somebody came without signing up
 * @param by the account that signed up: the volunteer's own, a guardian's, or that of whoever keeps the list
 * @param at when
 */
@Embeddable
record Booking(
        @Column(name = "session_id", updatable = false) UUID sessionId,
        @Column(name = "activity_id", updatable = false) UUID activityId,
        @Column(updatable = false) String division,
        @Column(name = "team_id", updatable = false) UUID teamId,
        @Column(name = "station_id", updatable = false) UUID stationId,
        @Column(name = "volunteer_id", updatable = false) UUID volunteerId,
        @Column(name = "account_id", updatable = false) UUID accountId,
        @Column(updatable = false) boolean minor,
        @Column(updatable = false) int guests,
        @Column(name = "walk_in", updatable = false) boolean walkIn,
        @Column(name = "signed_up_by", updatable = false) UUID by,
        @Column(name = "signed_up_at", updatable = false) Instant at) {

    static Booking of(SessionTerms terms, Applicant who, int guests, boolean walkIn, By by) {
        return new Booking(
                terms.sessionId(),
                terms.activityId(),
                terms.division().value(),
                terms.teamId(),
                terms.stationId(),
                who.volunteerId(),
                who.accountId(),
                who.minor(),
                guests,
                walkIn,
                by.account(),
                by.at());
    }

    /** What becomes of it, as it is told; who stands for a minor is added when it is. */
    SignUpState state(UUID id, SignUpStatus status, Integer position, Instant offeredUntil, SessionTerms terms) {
        return new SignUpState(
                id,
                sessionId,
                activityId,
                volunteerId,
                accountId,
                List.of(),
                division,
                teamId,
                status,
                position,
                offeredUntil,
                guests,
                terms.startsAt(),
                terms.endsAt());
    }

    /** How many places that needs. */
    int party() {
        return 1 + guests;
    }

    /** Where it takes place. */
    DivisionCode community() {
        return new DivisionCode(division);
    }
}
