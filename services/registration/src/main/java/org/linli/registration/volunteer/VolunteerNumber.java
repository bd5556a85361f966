package org.linli.registration.volunteer;

import java.util.random.RandomGenerator;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.DivisionLevel;

/**
 * The number of a volunteer (志愿者编号): V, the four digits of the city of registration, ten random characters (50 bits,
 * Crockford's base 32 without I, L, O, U). It says nothing about the document number, and moving away does not change
 * it.
 */
final class VolunteerNumber {
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_CHARACTERS = 10;

    private VolunteerNumber() {}

    /** A fresh number for somebody who lives in a division. */
    static String next(DivisionCode home, RandomGenerator random) {
        StringBuilder number = new StringBuilder("V").append(DivisionLevel.CITY.prefixOf(home.value()));
        for (int character = 0; character < RANDOM_CHARACTERS; character++) {
            number.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
        }
        return number.toString();
    }
}
