package org.linli.contracts.registration;

import java.time.LocalDate;
import org.linli.contracts.DivisionLevel;

/**
 * A division as it stands.
 *
 * @param code 12 digits, 15 for a grid
 * @param divisionName official name (a place, not a person)
 * @param level how many digits are significant
 * @param parent code of the division above; null for a province
 * @param validFrom first day it counts; null if always
 * @param validUntil last day it counts; null while it counts
 * @param successor the code that took its place; null if none
 */
public record DivisionState(
        String code,
        String divisionName,
        DivisionLevel level,
        String parent,
        LocalDate validFrom,
        LocalDate validUntil,
        String successor) {}
