package org.linli.activity.signup;

import static org.linli.contracts.activity.SignUpStatus.ATTENDED;
import static org.linli.contracts.activity.SignUpStatus.CANCELLED;
import static org.linli.contracts.activity.SignUpStatus.CONFIRMED;
import static org.linli.contracts.activity.SignUpStatus.EXCUSED;
import static org.linli.contracts.activity.SignUpStatus.LAPSED;
import static org.linli.contracts.activity.SignUpStatus.NO_SHOW;
import static org.linli.contracts.activity.SignUpStatus.OFFERED;
import static org.linli.contracts.activity.SignUpStatus.WAITLISTED;
import static org.linli.contracts.activity.SignUpStatus.WITHDRAWN;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.linli.activity.ActivityRefusal;
import org.linli.contracts.activity.SignUpEvent;
import org.linli.contracts.activity.SignUpState;
import org.linli.contracts.activity.SignUpStatus;
import org.linli.kit.Outcome;

/**
 * Somebody's sign-up for a session (报名): with a place, or on the waitlist (候补) until one becomes free, is offered and
 * taken in time. Moves only with the row of its session locked.
 */
@Entity
@Table(name = "sign_up")
class SignUp {
    static final String TABLE = "sign_up";

    @Id
    private UUID id;

    @Version
    private long version;

    private long sequence;

    @Embedded
    private Booking booking;

    @Enumerated(EnumType.STRING)
    private SignUpStatus status;

    @Column(name = "queue_number")
    private Long queueNumber;

    @Column(name = "offered_until")
    private Instant offeredUntil;

    @Column(name = "handover_to")
    private UUID handoverTo;

    @Column(name = "exchange_session_id")
    private UUID exchangeSession;

    @Column(name = "missed_at")
    private Instant missedAt;

    @Column(name = "appealed_at")
    private Instant appealedAt;

    private byte[] reason;

    private byte[] appeal;

    private byte[] answer;

    protected SignUp() {}

    /** A new sign-up; {@link #confirm}, {@link #queue} or {@link #arrive} says what becomes of it. */
    SignUp(UUID id, Booking booking) {
        this.id = id;
        this.booking = booking;
    }

    /** There is a place. */
    SignUpMove confirm(SessionTerms terms, By by) {
        return move(CONFIRMED, SignUpFact.SIGNED_UP, terms, by, SignUpEvent.SignedUp::new);
    }

    /**
     * There is none; it waits.
     *
     * @param number its number in the queue of the session
     * @param position 1 if it is next
     */
    SignUpMove queue(long number, int position, SessionTerms terms, By by) {
        queueNumber = number;
        return move(WAITLISTED, SignUpFact.WAITLISTED, terms, position, by, SignUpEvent.Waitlisted::new);
    }

    /** A place became free and is kept until then. Only for whoever is next. */
    SignUpMove offer(Instant until, SessionTerms terms, By by) {
        if (status != WAITLISTED) {
            throw new IllegalStateException("a place is offered to those who wait, not to " + status);
        }
        offeredUntil = until;
        return move(OFFERED, SignUpFact.OFFERED, terms, by, SignUpEvent.PlaceOffered::new);
    }

    /** Whether there is an offer that may still be taken. */
    Outcome<SignUp> offered(Instant now) {
        if (status != OFFERED) {
            return refused(status == LAPSED ? ActivityRefusal.OFFER_LAPSED : ActivityRefusal.PLACE_NOT_OFFERED);
        }
        return now.isBefore(offeredUntil) ? Outcome.done(this) : refused(ActivityRefusal.OFFER_LAPSED);
    }

    /** The offered place is taken in time. */
    Outcome<SignUpMove> take(SessionTerms terms, By by) {
        return offered(by.at()).map(itself -> {
            offeredUntil = null;
            return move(CONFIRMED, SignUpFact.TAKEN, terms, by, SignUpEvent.PlaceTaken::new);
        });
    }

    /** Nobody took the place in time, or the session began and somebody still waits. */
    SignUpMove lapse(SessionTerms terms, By by) {
        offeredUntil = null;
        return move(LAPSED, SignUpFact.LAPSED, terms, by, SignUpEvent.SignUpLapsed::new);
    }

    /** Given back, before the session begins. */
    Outcome<SignUpMove> withdraw(SessionTerms terms, By by) {
        return open(terms, by).map(itself -> {
            end();
            return move(WITHDRAWN, SignUpFact.WITHDRAWN, terms, by, SignUpEvent.SignUpWithdrawn::new);
        });
    }

    /** Struck off by the organiser with a reason, encrypted; before the session begins. */
    Outcome<SignUpMove> cancel(byte[] why, SessionTerms terms, By by) {
        return open(terms, by).map(itself -> {
            reason = why;
            return cancelled(terms, by, false);
        });
    }

    /** Its session was called off. */
    SignUpMove callOff(SessionTerms terms, By by) {
        return cancelled(terms, by, true);
    }

    /**
     * The person may not come any more and is expected no longer.
     *
     * @param mayServe whether it is only this session that asks for something the person has lost
     */
    Outcome<SignUpMove> standDown(boolean mayServe, SessionTerms terms, By by) {
        boolean awaited = status == CONFIRMED || status == WAITLISTED || status == OFFERED;
        if (!awaited || terms.over(by.at())) {
            return refused(ActivityRefusal.SIGN_UP_ENDED);
        }
        end();
        return Outcome.done(
                move(CANCELLED, SignUpFact.STOOD_DOWN, terms, by, state -> new SignUpEvent.StoodDown(state, mayServe)));
    }

    private SignUpMove cancelled(SessionTerms terms, By by, boolean withSession) {
        end();
        return move(
                CANCELLED,
                SignUpFact.CANCELLED,
                terms,
                by,
                state -> new SignUpEvent.SignUpCancelled(state, withSession));
    }

    private void end() {
        offeredUntil = null;
        stayOneself();
    }

    private void stayOneself() {
        handoverTo = null;
        exchangeSession = null;
    }

    private Outcome<SignUp> open(SessionTerms terms, By by) {
        if (status != CONFIRMED && status != WAITLISTED && status != OFFERED) {
            return refused(ActivityRefusal.SIGN_UP_ENDED);
        }
        return terms.begun(by.at()) ? refused(ActivityRefusal.SESSION_OVER) : Outcome.done(this);
    }

    /** Whether the place may be handed over: one place, before the session begins. */
    Outcome<SignUp> handable(SessionTerms terms, By by) {
        if (status != CONFIRMED) {
            return refused(ActivityRefusal.NOT_CONFIRMED);
        }
        if (booking.guests() > 0) {
            return refused(ActivityRefusal.HANDOVER_WITH_GUESTS);
        }
        return terms.begun(by.at()) ? refused(ActivityRefusal.SESSION_OVER) : Outcome.done(this);
    }

    /** Offers it to another volunteer, for nothing or (not null) a place in a session; replaces an earlier offer. */
    Outcome<SignUpMove> offerHandover(UUID to, UUID forSession, SessionTerms terms, By by) {
        if (booking.volunteerId().equals(to)) {
            return Outcome.refused(ActivityRefusal.ALREADY_SIGNED_UP, "volunteerId");
        }
        if (booking.sessionId().equals(forSession)) {
            return Outcome.refused(ActivityRefusal.ALREADY_SIGNED_UP, "inExchangeFor");
        }
        return handable(terms, by).map(itself -> {
            handoverTo = to;
            exchangeSession = forSession;
            boolean exchange = forSession != null;
            return move(
                    CONFIRMED,
                    SignUpFact.HANDOVER_OFFERED,
                    terms,
                    by,
                    state -> new SignUpEvent.HandoverOffered(state, to, exchange));
        });
    }

    /** Whether the place is offered to this volunteer. */
    Outcome<SignUp> handedTo(UUID volunteer, SessionTerms terms, By by) {
        return handoverTo == null || !handoverTo.equals(volunteer)
                ? refused(ActivityRefusal.NO_HANDOVER)
                : handable(terms, by);
    }

    /** The other volunteer does not want it. */
    Outcome<SignUpMove> declineHandover(UUID volunteer, SessionTerms terms, By by) {
        return handedTo(volunteer, terms, by).map(itself -> {
            stayOneself();
            return move(
                    CONFIRMED,
                    SignUpFact.HANDOVER_DECLINED,
                    terms,
                    by,
                    state -> new SignUpEvent.HandoverDeclined(state, volunteer));
        });
    }

    /**
     * The other volunteer consents: the place goes over to a sign-up of their own.
     *
     * @param exchange whether it goes for a place in another session
     */
    SignUpMove handOver(UUID takenBy, boolean exchange, SessionTerms terms, By by) {
        end();
        return move(
                WITHDRAWN,
                SignUpFact.HANDED_OVER,
                terms,
                by,
                state -> new SignUpEvent.HandedOver(state, takenBy, exchange));
    }

    /** Whether the person may check in: has a place, or had one and is noted down afterwards. */
    boolean mayArrive() {
        return status == CONFIRMED || status == ATTENDED || status == NO_SHOW || status == EXCUSED;
    }

    /** Was there. Not to be asked again once it is so. */
    SignUpMove arrive(SessionTerms terms, By by) {
        end();
        return move(ATTENDED, SignUpFact.ATTENDED, terms, by, SignUpEvent.Attended::new);
    }

    /** Had a place and was not there. */
    SignUpMove miss(SessionTerms terms, By by) {
        stayOneself();
        missedAt = terms.endsAt();
        return move(NO_SHOW, SignUpFact.MISSED, terms, by, SignUpEvent.Missed::new);
    }

    /** Says why, once and in good time; encrypted. */
    Outcome<SignUpMove> appeal(byte[] why, Instant until, SessionTerms terms, By by) {
        if (status != NO_SHOW) {
            return refused(ActivityRefusal.NOT_MISSED);
        }
        if (appealedAt != null) {
            return refused(ActivityRefusal.APPEALED_ALREADY);
        }
        if (by.at().isAfter(until)) {
            return refused(ActivityRefusal.APPEAL_TOO_LATE);
        }
        appeal = why;
        appealedAt = by.at();
        return Outcome.done(move(NO_SHOW, SignUpFact.APPEALED, terms, by, SignUpEvent.MissAppealed::new));
    }

    /** Decides the appeal, once. */
    Outcome<SignUpMove> decide(boolean excused, byte[] why, SessionTerms terms, By by) {
        if (status != NO_SHOW || appealedAt == null || answer != null) {
            return refused(ActivityRefusal.NO_APPEAL);
        }
        answer = why;
        return Outcome.done(
                excused
                        ? move(EXCUSED, SignUpFact.EXCUSED, terms, by, SignUpEvent.MissExcused::new)
                        : move(NO_SHOW, SignUpFact.UPHELD, terms, by, SignUpEvent.MissUpheld::new));
    }

    private SignUpMove move(
            SignUpStatus next, SignUpFact fact, SessionTerms terms, By by, Function<SignUpState, SignUpEvent> event) {
        return move(next, fact, terms, null, by, event);
    }

    private SignUpMove move(
            SignUpStatus next,
            SignUpFact fact,
            SessionTerms terms,
            Integer position,
            By by,
            Function<SignUpState, SignUpEvent> event) {
        int before = places();
        status = next;
        sequence++;
        SignUpState state = booking.state(id, status, position, offeredUntil, terms);
        return new SignUpMove(fact, state, event, sequence, places() - before, by.account(), by.at());
    }

    /** How many places of the session it has. */
    private int places() {
        return status != null && status.takesPlace() ? booking.party() : 0;
    }

    private <T> Outcome<T> refused(ActivityRefusal refusal) {
        return Outcome.refused(refusal, null, Map.of("status", status));
    }

    /** Whether somebody signed up for oneself. */
    boolean isOf(UUID volunteer) {
        return booking.volunteerId().equals(volunteer);
    }

    /** Who signed up for what. */
    Booking booking() {
        return booking;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    SignUpStatus status() {
        return status;
    }

    Instant offeredUntil() {
        return offeredUntil;
    }

    UUID handoverTo() {
        return handoverTo;
    }

    UUID exchangeSession() {
        return exchangeSession;
    }

    Instant missedAt() {
        return missedAt;
    }

    Instant appealedAt() {
        return appealedAt;
    }

    byte[] reason() {
        return reason;
    }

    byte[] appeal() {
        return appeal;
    }

    byte[] answer() {
        return answer;
    }
}
