package org.linli.activity.signup;

import static org.linli.activity.ActivityRefusal.AGE_NOT_ADMITTED;
import static org.linli.activity.ActivityRefusal.ALREADY_SIGNED_UP;
import static org.linli.activity.ActivityRefusal.GUARDIAN_CONSENT_MISSING;
import static org.linli.activity.ActivityRefusal.LITTLE_TIME_BETWEEN;
import static org.linli.activity.ActivityRefusal.MINORS_BARRED;
import static org.linli.activity.ActivityRefusal.NOT_ELIGIBLE;
import static org.linli.activity.ActivityRefusal.SESSION_CALLED_OFF;
import static org.linli.activity.ActivityRefusal.SESSION_FULL;
import static org.linli.activity.ActivityRefusal.SESSION_OVER;
import static org.linli.activity.ActivityRefusal.SIGN_UP_BARRED;
import static org.linli.activity.ActivityRefusal.SIGN_UP_CLOSED;
import static org.linli.activity.ActivityRefusal.SKILL_MISSING;
import static org.linli.activity.ActivityRefusal.TIME_CONFLICT;
import static org.linli.activity.ActivityRefusal.TOO_MANY_GUESTS;
import static org.linli.activity.ActivityRefusal.VOLUNTEER_MAY_NOT_SERVE;
import static org.linli.activity.ActivityRefusal.VOLUNTEER_NOT_OF_TEAM;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.linli.activity.ActivityRefusal;
import org.linli.kit.Outcome;
import org.linli.kit.Reason;
import org.linli.kit.time.LinliClock;

/** Who may come to a session. Collects every reason against it, so that nobody is sent away twice. */
final class Eligibility {
    private final SignUpPolicy policy;
    private final SessionTerms terms;
    private final Instant now;
    private final List<Reason> against = new ArrayList<>();
    private final List<Reason> warnings = new ArrayList<>();

    Eligibility(SignUpPolicy policy, SessionTerms terms, Instant now) {
        this.policy = policy;
        this.terms = terms;
        this.now = now;
    }

    /**
     * What came of it.
     *
     * @param party how many places are wanted, guests included
     * @param warnings what one should know although it was allowed
     */
    record Admitted(int party, List<Reason> warnings) {
        Admitted {
            warnings = List.copyOf(warnings);
        }
    }

    /** Somebody signs up; nobody new does so shortly before the begin. */
    Outcome<Admitted> ofNew(Applicant who, Diary diary, Wish wish, int waiting) {
        takesPlace();
        if (!terms.begun(now) && !policy.open(terms.startsAt(), now)) {
            add(SIGN_UP_CLOSED, "sessionId");
        }
        person(who);
        once(diary);
        barred(diary);
        guests(wish.guests());
        times(diary, wish.acceptSoftConflicts());
        room(wish, waiting);
        return verdict(wish.party());
    }

    /** Somebody takes a place that was kept or handed over; much was judged before, but not what changed since. */
    Outcome<Admitted> ofPlaceTaken(Applicant who, Diary diary, boolean newcomer, boolean acceptSoftConflicts) {
        takesPlace();
        person(who);
        if (newcomer) {
            once(diary);
            barred(diary);
        }
        times(diary, acceptSoftConflicts);
        return verdict(1);
    }

    /** Somebody stands there without having signed up. Whoever keeps the list sees that there is time. */
    Outcome<Admitted> ofWalkIn(Applicant who, boolean hasPlace, int party) {
        if (terms.cancelled()) {
            add(SESSION_CALLED_OFF, "sessionId");
        }
        person(who);
        if (!hasPlace && terms.free() < party) {
            against.add(Reason.of(SESSION_FULL, "sessionId", Map.of("capacity", terms.capacity())));
        }
        return verdict(party);
    }

    /** Somebody is expected: what speaks against the person counts, whatever there was to say of places and times. */
    Outcome<Admitted> ofExpected(Applicant who) {
        person(who);
        return verdict(1);
    }

    private void takesPlace() {
        if (terms.cancelled()) {
            add(SESSION_CALLED_OFF, "sessionId");
        }
        if (terms.begun(now)) {
            add(SESSION_OVER, "sessionId");
        }
    }

    private void person(Applicant who) {
        SessionTerms.Conditions conditions = terms.conditions();
        if (!who.mayServe()) {
            add(VOLUNTEER_MAY_NOT_SERVE, "volunteerId");
        }
        if (!conditions.ageBands().isEmpty() && !admits(conditions, who)) {
            add(AGE_NOT_ADMITTED, "volunteerId");
        }
        if (conditions.risky() && (who.minor() || who.ageBand() == null)) {
            add(MINORS_BARRED, "volunteerId");
        }
        if (!who.consented()) {
            add(GUARDIAN_CONSENT_MISSING, "volunteerId");
        }
        TreeSet<String> missing = new TreeSet<>(conditions.skills());
        missing.removeAll(who.skills());
        if (!missing.isEmpty()) {
            against.add(Reason.of(SKILL_MISSING, "volunteerId", Map.of("skills", String.join(", ", missing))));
        }
        if (conditions.teamOnly() && !who.member()) {
            add(VOLUNTEER_NOT_OF_TEAM, "volunteerId");
        }
    }

    private static boolean admits(SessionTerms.Conditions conditions, Applicant who) {
        return who.ageBand() != null && conditions.ageBands().contains(who.ageBand());
    }

    private void once(Diary diary) {
        if (diary.signedUp()) {
            add(ALREADY_SIGNED_UP, "sessionId");
        }
    }

    private void barred(Diary diary) {
        policy.barredUntil(diary.missed(), now)
                .ifPresent(until -> against.add(Reason.of(
                        SIGN_UP_BARRED,
                        "volunteerId",
                        Map.of("until", LinliClock.dayOf(until).toString()))));
    }

    private void guests(int guests) {
        if (guests > policy.guests()) {
            against.add(Reason.of(TOO_MANY_GUESTS, "guests", Map.of("guests", policy.guests())));
        }
    }

    private void times(Diary diary, boolean acceptSoftConflicts) {
        diary.overlapping(terms.startsAt(), terms.endsAt())
                .ifPresent(promise -> against.add(Reason.of(TIME_CONFLICT, "sessionId", with(promise))));
        diary.close(terms.startsAt(), terms.endsAt(), policy.littleTime()).ifPresent(promise -> {
            Reason reason = Reason.of(LITTLE_TIME_BETWEEN, "acceptSoftConflicts", with(promise));
            (acceptSoftConflicts ? warnings : against).add(reason);
        });
    }

    private Map<String, Object> with(Diary.Promise promise) {
        return Map.of(
                "with", promise.kind(),
                "id", promise.id(),
                "minutes", policy.littleTime().toMinutes());
    }

    private void room(Wish wish, int waiting) {
        boolean place = terms.free() >= wish.party();
        boolean queue = wish.waitlist() && waiting < policy.waiting() && wish.party() <= terms.capacity();
        if (!place && !queue) {
            against.add(Reason.of(SESSION_FULL, "sessionId", Map.of("capacity", terms.capacity())));
        }
    }

    private void add(ActivityRefusal refusal, String field) {
        against.add(Reason.of(refusal, field));
    }

    private Outcome<Admitted> verdict(int party) {
        return against.isEmpty() ? Outcome.done(new Admitted(party, warnings)) : Reason.refuse(NOT_ELIGIBLE, against);
    }
}
