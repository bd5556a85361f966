package org.linli.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A division code: 12 digits, or 15 for a grid below a community. Text, never a number.
 *
 * @throws IllegalArgumentException if the text is not 12 or 15 digits
 */
public record DivisionCode(@JsonValue String value) implements Comparable<DivisionCode> {
    private static final Pattern FORM = Pattern.compile("\\d{12}(\\d{3})?");

    public DivisionCode {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a division code has 12 digits, or 15 for a grid");
        }
    }

    /** Reads a code as it stands in JSON. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DivisionCode of(String value) {
        return new DivisionCode(value);
    }

    /** Whether the text could be a code. */
    public static boolean isValid(String text) {
        return text != null && FORM.matcher(text).matches();
    }

    /** The six digits of the district, as they stand in the event attribute {@code districts}. */
    public String district() {
        return value.substring(0, 6);
    }

    /** Whether this division lies in (or is) the one whose significant digits are {@code prefix}. */
    public boolean isWithin(String prefix) {
        return value.startsWith(prefix);
    }

    @Override
    public int compareTo(DivisionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
