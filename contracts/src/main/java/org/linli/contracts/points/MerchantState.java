package org.linli.contracts.points;

import java.util.List;
import java.util.UUID;
import org.linli.contracts.Inside;

/**
 * A partner shop (爱心商户): no name, no address.
 *
 * @param merchantId the merchant
 * @param division community in which the shop stands, 12 digits
 * @param status where it stands
 * @param tillAccountIds sign-ins that may act at its till
 */
public record MerchantState(
        UUID merchantId,
        String division,
        MerchantStatus status,
        @Inside List<UUID> tillAccountIds) {
    public MerchantState {
        tillAccountIds = tillAccountIds == null ? List.of() : List.copyOf(tillAccountIds);
    }

    /** Where a merchant stands. */
    public enum MerchantStatus {
        /** Takes part. */
        ACTIVE,
        /** Sells nothing new; what was set aside before is still handed over. */
        SUSPENDED,
        /** Has left for good. */
        LEFT
    }
}
