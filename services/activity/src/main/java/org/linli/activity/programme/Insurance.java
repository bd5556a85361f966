package org.linli.activity.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * The accident insurance (人身意外伤害保险) of those who take part in something risky (志愿服务条例 art. 17).
 *
 * @param insurer who insures
 * @param policyNumber number of the policy
 * @param validFrom first day it covers
 * @param validUntil last day it covers
 */
@Embeddable
record Insurance(
        String insurer,
        @Column(name = "policy_number") String policyNumber,
        @Column(name = "insured_from") LocalDate validFrom,
        @Column(name = "insured_until") LocalDate validUntil) {

    /** No policy is older, or lasts longer: the years of a slip of the pen are found. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2199;

    /** Whether somebody who serves on a day is insured. */
    boolean covers(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isAfter(validUntil);
    }

    /** Whether its days are in order. */
    boolean inOrder() {
        return !validUntil.isBefore(validFrom)
                && validFrom.getYear() >= FIRST_YEAR
                && validUntil.getYear() <= LAST_YEAR;
    }
}
