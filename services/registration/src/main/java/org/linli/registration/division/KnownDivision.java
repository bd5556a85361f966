package org.linli.registration.division;

import org.linli.contracts.DivisionCode;
import org.linli.contracts.DivisionLevel;

/**
 * What other features ask about a division.
 *
 * @param code its code
 * @param name official name
 * @param level how many digits are significant
 * @param prefix its significant digits: what all divisions below it share
 */
public record KnownDivision(DivisionCode code, String name, DivisionLevel level, String prefix) {}
