package org.linli.activity.programme;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * An insurance as it is written and read.
 *
 * @param insurer who insures
 * @param policyNumber number of the policy
 * @param validFrom first day it covers
 * @param validUntil last day it covers
 */
record InsurancePolicy(
        @NotBlank @Size(max = 100) String insurer,
        @NotBlank @Size(max = 60) String policyNumber,
        @NotNull LocalDate validFrom,
        @NotNull LocalDate validUntil) {
    Insurance insurance() {
        return new Insurance(insurer, policyNumber, validFrom, validUntil);
    }

    /** Null stays null. */
    static InsurancePolicy of(Insurance insurance) {
        return insurance == null
                ? null
                : new InsurancePolicy(
                        insurance.insurer(), insurance.policyNumber(), insurance.validFrom(), insurance.validUntil());
    }
}
