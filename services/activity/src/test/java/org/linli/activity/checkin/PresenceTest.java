package org.linli.activity.checkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.activity.Refusals.done;
import static org.linli.activity.Refusals.refused;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.request.Assignment;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.activity.ActivityEvent;
import org.linli.contracts.activity.PresenceState.PresenceProof;
import org.linli.contracts.activity.RequestStatus;
import org.linli.kit.access.Caller;
import org.linli.kit.access.Grant;
import org.linli.kit.http.KitRefusal;

@DisplayName("Presence")
class PresenceTest {
    private static final DivisionCode JINSHI = new DivisionCode("530103005005");
    // 00:30 of the third of March in Shanghai
    private static final Instant AFTER_MIDNIGHT = Instant.parse("2026-03-02T16:30:00Z");

    @Test
    void isOpenedAndClosedOnce() {
        Presence presence = Presence.arrive(
                UUID.randomUUID(), Occasion.of(order()), UUID.randomUUID(), PresenceProof.SIX_DIGITS, AFTER_MIDNIGHT);
        assertThat(presence.arrived()).isInstanceOf(ActivityEvent.CheckedIn.class);
        assertThat(presence.sequence()).isEqualTo(1);
        assertThat(presence.serviceDay()).isEqualTo(LocalDate.of(2026, 3, 3));

        ActivityEvent left = done(presence.leave(PresenceProof.SCANNED_CODE, AFTER_MIDNIGHT.plusSeconds(7200)));
        assertThat(left).isEqualTo(new ActivityEvent.CheckedOut(presence.state()));
        assertThat(presence.sequence()).isEqualTo(2);
        refused(
                presence.leave(PresenceProof.SCANNED_CODE, AFTER_MIDNIGHT.plusSeconds(7300)),
                ActivityRefusal.ALREADY_CHECKED_OUT);
    }

    @Test
    void isShownByTheStationTheLeaderAndThePersonHelped() {
        UUID leader = UUID.randomUUID();
        Assignment order = order();
        done(keeper(order, leader, caller(null, null, coordinator())).mayShowCode());
        done(keeper(order, leader, caller(leader, null)).mayShowCode());
        done(keeper(order, leader, caller(null, order.recipientId())).mayShowCode());
    }

    @Test
    void isNeverShownToOneselfNotEvenByACoordinator() {
        Assignment order = order();
        Caller serving = caller(order.volunteerId(), null, coordinator());
        refused(keeper(order, null, serving).mayShowCode(), ActivityRefusal.NOT_FOR_ONESELF);
        refused(keeper(order, null, serving).mayList(order.volunteerId()), ActivityRefusal.NOT_FOR_ONESELF);
    }

    @Test
    void isKeptByNobodyElse() {
        Assignment order = order();
        UUID leader = UUID.randomUUID();
        refused(keeper(order, leader, caller(UUID.randomUUID(), null)).mayShowCode(), KitRefusal.NOT_FOUND);
        refused(
                keeper(
                                order,
                                leader,
                                caller(null, null, new Grant(Role.STATION_COORDINATOR, "530102", null, null, null)))
                        .mayShowCode(),
                KitRefusal.NOT_FOUND);
        refused(
                keeper(order, leader, caller(null, null, new Grant(Role.AUDITOR, "530103", null, null, null)))
                        .mayShowCode(),
                KitRefusal.FORBIDDEN);
        refused(
                keeper(order, leader, caller(null, order.recipientId())).mayList(order.volunteerId()),
                KitRefusal.FORBIDDEN);
    }

    private static Keeper keeper(Assignment order, UUID leader, Caller caller) {
        return Keeper.of(caller, Occasion.of(order), leader != null && leader.equals(caller.volunteerId()));
    }

    private static Caller caller(UUID volunteer, UUID recipient, Grant... grants) {
        return new Caller(UUID.randomUUID(), volunteer, recipient, List.of(grants));
    }

    private static Grant coordinator() {
        return new Grant(Role.STATION_COORDINATOR, "530103005005", null, null, null);
    }

    private static Assignment order() {
        return new Assignment(
                UUID.randomUUID(),
                RequestStatus.ACCEPTED,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                JINSHI,
                ServiceCategory.MEALS,
                102.7,
                25.0,
                null,
                null);
    }
}
