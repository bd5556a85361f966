package org.linli.points.redemption;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.linli.contracts.points.RedemptionState.RedemptionStatus;
import org.linli.kit.http.Versioned;

/**
 * A redemption as its owner sees it; at the till and for officials without its code.
 *
 * @param id the redemption
 * @param offerId what is had
 * @param title what is had, in words
 * @param merchantId who gives it
 * @param unit the scheme
 * @param amount hundredths set aside
 * @param status where it stands
 * @param heldAt since when
 * @param validUntil first moment at which it can no longer be fetched
 * @param endedAt when it was fetched, lapsed or given up; absent while it is held
 * @param code six digits to be typed at the till; absent for others, and once it is over
 * @param link what the QR code says; absent with the code
 * @param version grows with every change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RedemptionView(
        UUID id,
        UUID offerId,
        String title,
        UUID merchantId,
        String unit,
        long amount,
        RedemptionStatus status,
        Instant heldAt,
        Instant validUntil,
        Instant endedAt,
        String code,
        String link,
        long version)
        implements Versioned {

    /** Without the code. */
    static RedemptionView of(RedemptionTable.Seen seen) {
        return with(seen, null, null);
    }

    /** With the code. */
    static RedemptionView with(RedemptionTable.Seen seen, String code, String link) {
        Redemption redemption = seen.redemption();
        return new RedemptionView(
                redemption.id(),
                redemption.offerId(),
                seen.title(),
                redemption.merchantId(),
                redemption.unit(),
                redemption.amount(),
                redemption.status(),
                redemption.heldAt(),
                redemption.validUntil(),
                redemption.endedAt(),
                code,
                link,
                redemption.sequence());
    }

    @Override
    public String toString() {
        return "RedemptionView[" + id + " " + status + "]";
    }
}
