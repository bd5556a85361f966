package org.linli.activity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.activity.Refusals.done;
import static org.linli.activity.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.programme.ActivityOutline;
import org.linli.activity.programme.Holder;
import org.linli.contracts.AgeBand;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ActivityStatus;
import org.linli.contracts.activity.ProgrammeEvent.SessionChanged;

@DisplayName("A session")
class SessionTest {
    static final ActivityOutline ACTIVITY = activity(false, List.of(), List.of(), false);
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final SessionTime TOMORROW = time(24, 26);

    @Test
    void givesAwayAsManyPlacesAsThereAre() {
        Session session = session(3);
        assertThat(session.take(2)).isTrue();
        assertThat(session.take(2)).isFalse();
        assertThat(session.take(1)).isTrue();
        assertThat(session.left()).isZero();
        assertThat(session.take(1)).isFalse();
        session.giveBack(2);
        assertThat(session.left()).isEqualTo(2);
        assertThat(session.take(0)).isFalse();
        assertThatThrownBy(() -> session.giveBack(2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsWhenItWasBeforeItWasMoved() {
        Session session = session(3);
        session.schedule(ACTIVITY);
        Told told = done(session.change(time(30, 31), 5, ACTIVITY, NOW));
        assertThat(told.sequence()).isEqualTo(2);
        SessionChanged changed = (SessionChanged) told.event();
        assertThat(changed.startsAtBefore()).isEqualTo(TOMORROW.startsAt());
        assertThat(changed.session().startsAt()).isEqualTo(time(30, 31).startsAt());
        assertThat(changed.session().capacity()).isEqualTo(5);
    }

    @Test
    void neverHasFewerPlacesThanAreTaken() {
        Session session = session(3);
        session.take(2);
        refused(session.change(TOMORROW, 1, ACTIVITY, NOW), ActivityRefusal.CAPACITY_BELOW_TAKEN);
        done(session.change(TOMORROW, 2, ACTIVITY, NOW));
    }

    @Test
    void isNeitherMovedNorCancelledOnceItBeganOrWasCancelled() {
        Instant begun = TOMORROW.startsAt();
        refused(session(3).change(time(40, 41), 3, ACTIVITY, begun), ActivityRefusal.SESSION_BEGUN);
        refused(session(3).cancel(null, ACTIVITY, begun), ActivityRefusal.SESSION_BEGUN);
        Session cancelled = session(3);
        done(cancelled.cancel(null, ACTIVITY, NOW));
        refused(cancelled.change(TOMORROW, 3, ACTIVITY, NOW), ActivityRefusal.SESSION_CANCELLED);
        refused(cancelled.cancel(null, ACTIVITY, NOW), ActivityRefusal.SESSION_CANCELLED);
    }

    @Test
    void liesInTheFutureAndLastsADayAtTheMost() {
        done(time(1, 25).toCome(NOW));
        refused(new SessionTime(NOW, NOW.plusSeconds(60)).toCome(NOW), ActivityRefusal.SESSION_IN_THE_PAST);
        refused(time(2, 2).toCome(NOW), ActivityRefusal.SESSION_TIMES_INVALID);
        refused(time(1, 26).toCome(NOW), ActivityRefusal.SESSION_TIMES_INVALID);
    }

    @Test
    void tellsEverythingThatKeepsOneFromIt() {
        ActivityOutline demanding =
                activity(true, List.of(AgeBand.FROM_18_TO_59), List.of("first-aid", "swimming"), true);
        UUID team = demanding.holder().teamId();
        Fit minor = new Fit(true, AgeBand.FROM_16_TO_17, Set.of("swimming"), Set.of());
        Session full = session(1);
        full.take(1);
        assertThat(minor.obstacles(full, demanding))
                .containsExactly(
                        ActivityRefusal.VOLUNTEER_NOT_OF_TEAM,
                        ActivityRefusal.AGE_NOT_ADMITTED,
                        ActivityRefusal.MINORS_BARRED,
                        ActivityRefusal.SKILL_MISSING,
                        ActivityRefusal.SESSION_FULL);
        Fit able = new Fit(true, AgeBand.FROM_18_TO_59, Set.of("swimming", "first-aid", "cooking"), Set.of(team));
        assertThat(able.obstacles(session(1), demanding)).isEmpty();
        assertThat(Fit.of(null, Set.of()).obstacles(session(1), ACTIVITY))
                .containsExactly(ActivityRefusal.VOLUNTEER_MAY_NOT_SERVE);
    }

    private static Session session(int capacity) {
        return new Session(UUID.randomUUID(), ACTIVITY.id(), TOMORROW, capacity);
    }

    private static SessionTime time(int from, int until) {
        return new SessionTime(NOW.plus(Duration.ofHours(from)), NOW.plus(Duration.ofHours(until)));
    }

    private static ActivityOutline activity(boolean risky, List<AgeBand> ages, List<String> skills, boolean teamOnly) {
        return new ActivityOutline(
                UUID.randomUUID(),
                new Holder("530103001004", UUID.randomUUID(), null),
                UUID.randomUUID(),
                ActivityStatus.PUBLISHED,
                ServiceCategory.OTHER,
                "清洁家园",
                "中心花园东门",
                102.74,
                25.08,
                risky,
                null,
                null,
                ages,
                skills,
                teamOnly,
                null);
    }
}
