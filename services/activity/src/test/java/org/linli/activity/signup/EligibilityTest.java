package org.linli.activity.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.activity.Refusals.done;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.ActivityRefusal;
import org.linli.contracts.AgeBand;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ActivityStatus;
import org.linli.contracts.activity.SessionStatus;
import org.linli.contracts.registration.GuardianshipState.GuardianConsent;
import org.linli.kit.Outcome;
import org.linli.kit.Reason;

@DisplayName("Whoever wants to come to a session")
class EligibilityTest {
    private static final Instant START = Instant.parse("2026-12-05T01:00:00Z");
    private static final Instant END = START.plusSeconds(7200);
    private static final Instant NOW = START.minusSeconds(86_400);
    private static final SessionTerms.Conditions NONE = new SessionTerms.Conditions(false, Set.of(), Set.of(), false);
    private static final Diary EMPTY = new Diary(false, List.of(), List.of());
    static final SignUpPolicy POLICY = new SignUpPolicy(
            Duration.ofHours(1),
            Duration.ofHours(2),
            2,
            3,
            Duration.ofMinutes(30),
            3,
            Duration.ofDays(90),
            Duration.ofDays(30),
            Duration.ofDays(7));

    @Test
    @DisplayName("has a place if nothing speaks against it")
    void hasAPlace() {
        assertThat(done(judge(terms(10, 9, NONE), adult(), EMPTY, new Wish(0, false, false), NOW)))
                .isEqualTo(new Eligibility.Admitted(1, List.of()));
    }

    @Test
    @DisplayName("hears every reason against it at once")
    void hearsEveryReason() {
        SessionTerms.Conditions strict =
                new SessionTerms.Conditions(true, Set.of(AgeBand.FROM_18_TO_59), Set.of("first-aid", "driving"), true);
        Applicant child = applicant(false, AgeBand.FROM_8_TO_13, Set.of("driving"), GuardianConsent.GIVEN);
        Diary full = new Diary(
                true,
                List.of(
                        promise(START.minusSeconds(60), START.plusSeconds(60)),
                        promise(END.plusSeconds(60), END.plusSeconds(90))),
                List.of(NOW.minusSeconds(1), NOW.minusSeconds(2), NOW.minusSeconds(3)));

        assertThat(reasons(judge(terms(10, 10, strict), child, full, new Wish(3, false, false), NOW)))
                .containsExactly(
                        ActivityRefusal.VOLUNTEER_MAY_NOT_SERVE,
                        ActivityRefusal.AGE_NOT_ADMITTED,
                        ActivityRefusal.MINORS_BARRED,
                        ActivityRefusal.GUARDIAN_CONSENT_MISSING,
                        ActivityRefusal.SKILL_MISSING,
                        ActivityRefusal.VOLUNTEER_NOT_OF_TEAM,
                        ActivityRefusal.ALREADY_SIGNED_UP,
                        ActivityRefusal.SIGN_UP_BARRED,
                        ActivityRefusal.TOO_MANY_GUESTS,
                        ActivityRefusal.TIME_CONFLICT,
                        ActivityRefusal.LITTLE_TIME_BETWEEN,
                        ActivityRefusal.SESSION_FULL);
    }

    @Test
    @DisplayName(
            "who is a minor comes with a guardian's consent, under 14 with the separate one, never to what is risky")
    void minorsNeedConsent() {
        Wish wish = new Wish(0, true, false);
        Applicant youth = applicant(true, AgeBand.FROM_14_TO_15, Set.of(), GuardianConsent.GIVEN);
        Applicant child = applicant(true, AgeBand.FROM_8_TO_13, Set.of(), GuardianConsent.GIVEN);
        Applicant recorded = applicant(true, AgeBand.FROM_8_TO_13, Set.of(), GuardianConsent.GIVEN_UNDER_14_RECORD);
        SessionTerms open = terms(5, 0, NONE);
        SessionTerms risky = terms(5, 0, new SessionTerms.Conditions(true, Set.of(), Set.of(), false));

        done(judge(open, youth, EMPTY, wish, NOW));
        done(judge(open, recorded, EMPTY, wish, NOW));
        assertThat(reasons(judge(open, child, EMPTY, wish, NOW)))
                .containsExactly(ActivityRefusal.GUARDIAN_CONSENT_MISSING);
        assertThat(reasons(judge(risky, youth, EMPTY, wish, NOW))).containsExactly(ActivityRefusal.MINORS_BARRED);
        done(judge(risky, adult(), EMPTY, wish, NOW));
    }

    @Test
    @DisplayName(
            "accepts little time between two things, or chooses another session; at the same time is never possible")
    void acceptsLittleTime() {
        Diary tight = new Diary(false, List.of(promise(END.plusSeconds(1799), END.plusSeconds(3600))), List.of());
        Diary wide = new Diary(false, List.of(promise(END.plusSeconds(1800), END.plusSeconds(3600))), List.of());
        Diary same = new Diary(false, List.of(promise(END.minusSeconds(1), END.plusSeconds(3600))), List.of());
        SessionTerms open = terms(5, 0, NONE);

        assertThat(reasons(judge(open, adult(), tight, new Wish(0, true, false), NOW)))
                .containsExactly(ActivityRefusal.LITTLE_TIME_BETWEEN);
        assertThat(done(judge(open, adult(), tight, new Wish(0, true, true), NOW))
                        .warnings())
                .extracting(Reason::refusal)
                .containsExactly(ActivityRefusal.LITTLE_TIME_BETWEEN);
        assertThat(done(judge(open, adult(), wide, new Wish(0, true, false), NOW))
                        .warnings())
                .isEmpty();
        assertThat(reasons(judge(open, adult(), same, new Wish(0, true, true), NOW)))
                .containsExactly(ActivityRefusal.TIME_CONFLICT);
    }

    @Test
    @DisplayName("comes in time: signing up closes before the begin, and a session called off takes nobody")
    void comesInTime() {
        Wish wish = new Wish(0, true, false);
        SessionTerms open = terms(5, 0, NONE);

        done(judge(open, adult(), EMPTY, wish, START.minusSeconds(3601)));
        assertThat(reasons(judge(open, adult(), EMPTY, wish, START.minusSeconds(3600))))
                .containsExactly(ActivityRefusal.SIGN_UP_CLOSED);
        assertThat(reasons(judge(open, adult(), EMPTY, wish, START))).containsExactly(ActivityRefusal.SESSION_OVER);
        assertThat(reasons(judge(cancelled(), adult(), EMPTY, wish, NOW)))
                .containsExactly(ActivityRefusal.SESSION_CALLED_OFF);
    }

    @Test
    @DisplayName("waits if all places are taken, unless the waitlist is full or the party is larger than the session")
    void waits() {
        SessionTerms full = terms(3, 3, NONE);
        Eligibility third = new Eligibility(POLICY, full, NOW);
        Eligibility fourth = new Eligibility(POLICY, full, NOW);

        done(third.ofNew(adult(), EMPTY, new Wish(0, true, false), 2));
        assertThat(reasons(fourth.ofNew(adult(), EMPTY, new Wish(0, true, false), 3)))
                .containsExactly(ActivityRefusal.SESSION_FULL);
        assertThat(reasons(judge(terms(2, 1, NONE), adult(), EMPTY, new Wish(2, true, false), NOW)))
                .containsExactly(ActivityRefusal.SESSION_FULL);
    }

    @Test
    @DisplayName("is barred for a while after three misses within 90 days")
    void isBarred() {
        Instant day = NOW.minus(Duration.ofDays(10));
        List<Instant> close = List.of(day.minus(Duration.ofDays(90)), day, day.minus(Duration.ofDays(5)));
        List<Instant> wide = List.of(day.minus(Duration.ofDays(91)), day, day.minus(Duration.ofDays(5)));

        assertThat(POLICY.barredUntil(close, NOW)).contains(day.plus(Duration.ofDays(30)));
        assertThat(POLICY.barredUntil(close, day.plus(Duration.ofDays(30)))).isEmpty();
        assertThat(POLICY.barredUntil(wide, NOW)).isEmpty();
        assertThat(POLICY.barredUntil(List.of(day, day), NOW)).isEmpty();
    }

    private static Outcome<Eligibility.Admitted> judge(
            SessionTerms terms, Applicant who, Diary diary, Wish wish, Instant now) {
        return new Eligibility(POLICY, terms, now).ofNew(who, diary, wish, 0);
    }

    static List<Object> reasons(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> throw new AssertionError("done: " + done);
            case Outcome.Refused<?> refused -> {
                assertThat(refused.refusal()).isEqualTo(ActivityRefusal.NOT_ELIGIBLE);
                yield ((List<?>) refused.details().get(Reason.DETAILS))
                        .stream()
                                .map(reason -> (Object) ((Reason) reason).refusal())
                                .toList();
            }
        };
    }

    private static Diary.Promise promise(Instant from, Instant until) {
        return new Diary.Promise(Diary.Kind.REQUEST, UUID.randomUUID(), from, until);
    }

    private static Applicant adult() {
        return applicant(true, AgeBand.FROM_18_TO_59, Set.of(), GuardianConsent.NONE);
    }

    static Applicant applicant(boolean mayServe, AgeBand band, Set<String> skills, GuardianConsent consent) {
        return new Applicant(UUID.randomUUID(), UUID.randomUUID(), mayServe, band, skills, false, consent);
    }

    static SessionTerms terms(int capacity, int taken, SessionTerms.Conditions conditions) {
        return terms(capacity, taken, conditions, SessionStatus.SCHEDULED);
    }

    private static SessionTerms cancelled() {
        return terms(5, 0, NONE, SessionStatus.CANCELLED);
    }

    private static SessionTerms terms(
            int capacity, int taken, SessionTerms.Conditions conditions, SessionStatus status) {
        return new SessionTerms(
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                new DivisionCode("530103005005"),
                null,
                null,
                ServiceCategory.CLEANING,
                START,
                END,
                capacity,
                taken,
                status,
                ActivityStatus.PUBLISHED,
                conditions,
                102.74,
                25.08);
    }
}
