package org.linli.registration;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.linli.kit.Outcome;

/**
 * A phone number: a mainland mobile number of eleven digits, or + with country code and number (E.164). Spaces and
 * hyphens do not count; +86 before a mobile number is dropped, so that equal numbers are equal texts.
 */
public record PhoneNumber(String value) {
    private static final Pattern NOISE = Pattern.compile("[\\s\\-]");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9]\\d{6,14}");

    /** Reads a number; refused on {@code field} with {@code phone-invalid}. */
    public static Outcome<PhoneNumber> read(String text, String field) {
        String plain =
                NOISE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        String number = plain.startsWith("+861") ? plain.substring(3) : plain;
        return MOBILE.matcher(number).matches() || INTERNATIONAL.matcher(number).matches()
                ? Outcome.done(new PhoneNumber(number))
                : Outcome.refused(RegistrationRefusal.PHONE_INVALID, field);
    }
}
