package org.linli.points.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.linli.kit.Outcome;
import org.linli.points.PointsRefusal;
import org.linli.points.scheme.Expiry;
import org.linli.points.scheme.Scheme;

@DisplayName("A gift of points")
class GiftTest {
    private static final Scheme SCHEME =
            new Scheme(UUID.randomUUID(), "POINTS", Expiry.NONE, null, 0, true, true, false, 50, 2000, 10_000, 0);

    private final UUID giver = UUID.randomUUID();
    private final Gift gift = new Gift(UUID.randomUUID(), null, "POINTS", 1000);

    @Test
    @DisplayName("goes to exactly one other, in a unit that may be given")
    void goesToExactlyOneOther() {
        assertThat(refusal(gift.by(giver))).isNull();
        assertThat(refusal(new Gift(giver, null, "POINTS", 1).by(giver))).isEqualTo(PointsRefusal.RECEIVER_INVALID);
        assertThat(refusal(new Gift(null, null, "POINTS", 1).by(giver))).isEqualTo(PointsRefusal.RECEIVER_INVALID);
        assertThat(refusal(new Gift(gift.to(), "530103000000", "POINTS", 1).by(giver)))
                .isEqualTo(PointsRefusal.RECEIVER_INVALID);
        assertThat(refusal(gift.allowedBy(SCHEME))).isNull();
        assertThat(refusal(new Gift(null, "530103000000", "POINTS", 1).allowedBy(SCHEME)))
                .isEqualTo(PointsRefusal.UNIT_NOT_DONATABLE);
    }

    @Test
    @DisplayName("is limited by what is there, by day and month, and by what must stay")
    void isLimited() {
        assertThat(refusal(gift.within(SCHEME, 999, 0, 0))).isEqualTo(PointsRefusal.BALANCE_TOO_LOW);
        assertThat(refusal(gift.within(SCHEME, 5000, 1000, 1000))).isNull();
        assertThat(refusal(gift.within(SCHEME, 5000, 1001, 1001))).isEqualTo(PointsRefusal.TRANSFER_LIMIT_REACHED);
        assertThat(refusal(gift.within(SCHEME, 5000, 0, 9001))).isEqualTo(PointsRefusal.TRANSFER_LIMIT_REACHED);
        assertThat(refusal(gift.within(SCHEME, 1049, 0, 0))).isEqualTo(PointsRefusal.MINIMUM_LEFT);
        assertThat(refusal(gift.within(SCHEME, 1050, 0, 0))).isNull();
    }

    private static Object refusal(Outcome<Gift> outcome) {
        return switch (outcome) {
            case Outcome.Done<Gift> done -> null;
            case Outcome.Refused<Gift> refused -> refused.refusal();
        };
    }
}
