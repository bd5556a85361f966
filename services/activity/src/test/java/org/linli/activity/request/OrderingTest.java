package org.linli.activity.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.activity.ActivityRefusal;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.access.Grant;
import org.linli.kit.http.KitRefusal;

@DisplayName("Ordering help")
class OrderingTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final UUID RESIDENT = UUID.randomUUID();

    @Test
    @DisplayName("A recipient orders for oneself without saying so")
    void aRecipientOrdersForOneself() {
        assertThat(Ordering.party(resident(), null, null))
                .isEqualTo(Outcome.done(new Ordering.Party(RESIDENT, Channel.SELF)));
    }

    @Test
    @DisplayName("A recipient does not order for somebody else")
    void aRecipientDoesNotOrderForSomebodyElse() {
        assertThat(Ordering.party(resident(), UUID.randomUUID(), Channel.SELF))
                .isEqualTo(Outcome.refused(ActivityRefusal.CHANNEL_NOT_YOURS, "channel"));
        assertThat(Ordering.party(resident(), UUID.randomUUID(), Channel.PHONE))
                .isEqualTo(Outcome.refused(KitRefusal.FORBIDDEN));
    }

    @Test
    @DisplayName("A station says for whom and how the order came in")
    void aStationSaysForWhomAndHow() {
        assertThat(Ordering.party(station(), RESIDENT, Channel.PHONE))
                .isEqualTo(Outcome.done(new Ordering.Party(RESIDENT, Channel.PHONE)));
        assertThat(Ordering.party(station(), null, Channel.PROXY))
                .isEqualTo(Outcome.refused(ActivityRefusal.RECIPIENT_MISSING, "recipientId"));
        assertThat(Ordering.party(station(), RESIDENT, null))
                .isEqualTo(Outcome.refused(ActivityRefusal.CHANNEL_NOT_YOURS, "channel"));
    }

    @Test
    @DisplayName("The wanted time ends after it begins and not in the past")
    void theWantedTimeMakesSense() {
        Outcome<Void> refused = Outcome.refused(ActivityRefusal.TIME_WINDOW_INVALID, "wantedUntil");

        assertThat(Ordering.time(null, null, NOW)).isEqualTo(Outcome.done(null));
        assertThat(Ordering.time(NOW, NOW.plusSeconds(60), NOW)).isEqualTo(Outcome.done(null));
        assertThat(Ordering.time(NOW.plusSeconds(60), NOW.plusSeconds(60), NOW)).isEqualTo(refused);
        assertThat(Ordering.time(null, NOW, NOW)).isEqualTo(refused);
    }

    @Test
    @DisplayName("A grid stands for its community")
    void aGridStandsForItsCommunity() {
        assertThat(Ordering.community(new DivisionCode("530103005005001"))).isEqualTo(new DivisionCode("530103005005"));
    }

    private static Caller resident() {
        return new Caller(UUID.randomUUID(), null, RESIDENT, List.of());
    }

    private static Caller station() {
        Grant grant = new Grant(Role.STATION_COORDINATOR, "530103005005", null, null, null);
        return new Caller(UUID.randomUUID(), null, null, List.of(grant));
    }
}
