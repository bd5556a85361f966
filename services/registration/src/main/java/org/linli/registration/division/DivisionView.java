package org.linli.registration.division;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.linli.contracts.DivisionLevel;

/**
 * A division as everybody may see it.
 *
 * @param code 12 digits, 15 for a grid
 * @param name official name
 * @param level how many digits are significant
 * @param parent code of the division above; absent for a province
 * @param validFrom first day it counts; absent if always
 * @param validUntil last day it counts; absent while it counts
 * @param successor code of the division that took its place; absent if none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DivisionView(
        String code,
        String name,
        DivisionLevel level,
        String parent,
        LocalDate validFrom,
        LocalDate validUntil,
        String successor) {}
