package org.linli.registration;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a team or a station, as everybody may read it: without spaces around it and with single ones inside.
 *
 * @throws IllegalArgumentException if nothing visible is left, it is longer than {@link #MAX_LENGTH} characters or it
 *     holds control characters
 */
public record PublicName(@JsonValue String value) {
    /** The most characters a name may have. */
    public static final int MAX_LENGTH = 80;

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

    public PublicName {
        value = SPACES.matcher(value).replaceAll(" ").strip();
        if (value.length() > MAX_LENGTH || keyOf(value).isEmpty()) {
            throw new IllegalArgumentException("a name has 1 to " + MAX_LENGTH + " characters");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a name has no control characters");
        }
    }

    /** Reads a name as it stands in JSON. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PublicName of(String value) {
        return new PublicName(value);
    }

    /** What two names have in common that people would take for the same: width, case and spaces do not count. */
    public String key() {
        return keyOf(value);
    }

    private static String keyOf(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return UNSEEN.matcher(folded).replaceAll("");
    }
}
