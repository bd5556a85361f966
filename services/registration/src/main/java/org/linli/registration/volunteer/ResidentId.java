package org.linli.registration.volunteer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a resident identity card (公民身份号码, GB 11643-1999): six digits of the region, eight of the birth date,
 * three of the order (odd for men), one check character.
 */
record ResidentId(String number, LocalDate birthDate, Sex sex) {
    private static final Pattern FORM = Pattern.compile("\\d{17}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** Reads a number in capitals; empty if its form, its date or its check character is wrong. */
    static Optional<ResidentId> read(String number) {
        if (!FORM.matcher(number).matches() || number.charAt(17) != checkOf(number)) {
            return Optional.empty();
        }
        Sex sex = (number.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
        return date(number).map(birthDate -> new ResidentId(number, birthDate, sex));
    }

    private static char checkOf(String number) {
        int sum = 0;
        for (int position = 0; position < WEIGHTS.length; position++) {
            sum += (number.charAt(position) - '0') * WEIGHTS[position];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }

    private static Optional<LocalDate> date(String number) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(number, 6, 10, 10),
                    Integer.parseInt(number, 10, 12, 10),
                    Integer.parseInt(number, 12, 14, 10)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
