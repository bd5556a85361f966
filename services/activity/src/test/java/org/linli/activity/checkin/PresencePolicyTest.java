package org.linli.activity.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.linli.activity.Refusals.done;
import static org.linli.activity.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.request.Assignment;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.RequestStatus;

@DisplayName("When and where one may check in")
class PresencePolicyTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Position JINSHI = new Position(102.7401, 25.0802);
    private final PresencePolicy policy = new PresencePolicy(
            500,
            3,
            Duration.ofHours(2),
            Duration.ofHours(1),
            Duration.ofDays(14),
            new PresencePolicy.Sessions(Duration.ofHours(1), Duration.ofMinutes(30), Duration.ofDays(3)));

    @Test
    void aDegreeOfLatitudeIsAbout111Kilometres() {
        assertThat(Distance.metres(new Position(102, 25), new Position(102, 26)))
                .isCloseTo(111_195, within(10));
        assertThat(Distance.metres(new Position(102, 25), new Position(103, 25)))
                .isCloseTo(100_777, within(10));
        assertThat(Distance.metres(JINSHI, JINSHI)).isZero();
        assertThat(Distance.metres(new Position(179.999, 0), new Position(-179.999, 0)))
                .isCloseTo(222, within(1));
        assertThat(Distance.metres(new Position(0, 90), new Position(0, -90))).isCloseTo(20_015_115, within(10));
    }

    @Test
    void theDistanceIsRecordedUpToTheRadiusAndRefusedBeyond() {
        assertThat(done(policy.near(JINSHI, north(499)))).isEqualTo(499);
        assertThat(done(policy.near(JINSHI, north(500)))).isEqualTo(500);
        refused(policy.near(JINSHI, north(502)), ActivityRefusal.TOO_FAR_AWAY);
    }

    @Test
    void withoutOneOfBothPlacesThereIsNoDistance() {
        assertThat(done(policy.near(null, JINSHI))).isNull();
        assertThat(done(policy.near(JINSHI, null))).isNull();
    }

    @Test
    void onlyOrdersBeingServedAreOpenAndOnlyServedOnesCanBeListed() {
        Set<RequestStatus> open = EnumSet.of(RequestStatus.ACCEPTED, RequestStatus.IN_SERVICE);
        for (RequestStatus status : RequestStatus.values()) {
            Assignment order = order(status, null, null);
            if (open.contains(status)) {
                done(PresencePolicy.open(order));
            } else {
                refused(PresencePolicy.open(order), ActivityRefusal.NO_SERVICE_NOW);
            }
        }
        done(PresencePolicy.served(order(RequestStatus.COMPLETED, null, null)));
        refused(PresencePolicy.served(order(RequestStatus.CANCELLED, null, null)), ActivityRefusal.NO_SERVICE_NOW);
    }

    @Test
    void theWindowReachesFromBeforeTheWantedTimeToAfterIt() {
        Assignment order = order(RequestStatus.ACCEPTED, NOON, NOON.plusSeconds(3600));
        done(policy.inTime(order, NOON.minusSeconds(7200)));
        refused(policy.inTime(order, NOON.minusSeconds(7201)), ActivityRefusal.OUTSIDE_TIME_WINDOW);
        done(policy.inTime(order, NOON.plusSeconds(7200)));
        refused(policy.inTime(order, NOON.plusSeconds(7201)), ActivityRefusal.OUTSIDE_TIME_WINDOW);
    }

    @Test
    void anOrderWithoutAWantedTimeIsServedAtAnyTime() {
        done(policy.inTime(order(RequestStatus.ACCEPTED, null, null), NOON));
        refused(
                policy.inTime(order(RequestStatus.ACCEPTED, NOON, null), NOON.plusSeconds(3601)),
                ActivityRefusal.OUTSIDE_TIME_WINDOW);
        refused(
                policy.inTime(order(RequestStatus.ACCEPTED, null, NOON), NOON.plusSeconds(3601)),
                ActivityRefusal.OUTSIDE_TIME_WINDOW);
    }

    @Test
    void threePairsADayAndNoFourth() {
        assertThat(done(policy.another(2))).isEqualTo(3);
        refused(policy.another(3), ActivityRefusal.CHECK_INS_USED_UP);
    }

    @Test
    void aListReachesBackTwoWeeksAndNeverIntoTheFuture() {
        Instant twoWeeksAgo = NOON.minus(Duration.ofDays(14));
        done(policy.listed(twoWeeksAgo, twoWeeksAgo.plusSeconds(60), NOON));
        done(policy.listed(NOON.minusSeconds(60), NOON, NOON));
        ActivityRefusal invalid = ActivityRefusal.PRESENCE_TIMES_INVALID;
        refused(policy.listed(twoWeeksAgo.minusSeconds(1), NOON, NOON), invalid);
        refused(policy.listed(NOON.minusSeconds(60), NOON.plusSeconds(1), NOON), invalid);
        refused(policy.listed(NOON, NOON, NOON), invalid);
        refused(policy.closing(NOON, NOON.minusSeconds(1), NOON), invalid);
    }

    private static Position north(int metres) {
        return new Position(JINSHI.longitude(), JINSHI.latitude() + metres / 111_195.08);
    }

    private static Assignment order(RequestStatus status, Instant from, Instant until) {
        return new Assignment(
                UUID.randomUUID(),
                status,
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                null,
                new DivisionCode("530103005005"),
                ServiceCategory.MEALS,
                JINSHI.longitude(),
                JINSHI.latitude(),
                from,
                until);
    }
}
