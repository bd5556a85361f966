package org.linli.registration.division;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.DivisionLevel;

/**
 * One row of a division file, right in itself.
 *
 * @param line line of the file on which it begins
 * @param parent code of the division above; null for a province
 */
record DivisionRow(int line, String code, String name, DivisionLevel level, String parent) {
    private static final int FIELDS = 4;
    private static final int LONGEST_NAME = 60;
    private static final Pattern NO_NAME = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\x{FFFD}]");

    /** A row or what is wrong with it. Sealed, so that whoever reads a file answers both. */
    sealed interface Read {
        /** A row that is right in itself. */
        record Right(DivisionRow row) implements Read {}

        /** A row that is not. */
        record Wrong(RowFault fault) implements Read {}
    }

    /** Reads the fields of one row. */
    static Read read(int line, String[] fields) {
        String code = fields.length == 0 ? "" : fields[0];
        if (fields.length != FIELDS) {
            return wrong(line, code, RowFault.Kind.FIELDS_MISSING);
        }
        if (!DivisionCode.isValid(code)) {
            return wrong(line, code, RowFault.Kind.CODE_MALFORMED);
        }
        String name = fields[1];
        if (!isName(name)) {
            return wrong(line, code, RowFault.Kind.NAME_MALFORMED);
        }
        DivisionLevel level = level(fields[2]);
        if (level == null) {
            return wrong(line, code, RowFault.Kind.LEVEL_UNKNOWN);
        }
        if (!fits(code, level)) {
            return wrong(line, code, RowFault.Kind.CODE_NOT_OF_LEVEL);
        }
        String parent = fields[3].isEmpty() ? null : fields[3];
        if ((parent == null) != (level == DivisionLevel.PROVINCE)) {
            return wrong(line, code, RowFault.Kind.PARENT_MISPLACED);
        }
        return new Read.Right(new DivisionRow(line, code, name, level, parent));
    }

    /** Whether a text can be the name of a place. */
    static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_NAME
                && !NO_NAME.matcher(text).find();
    }

    String prefix() {
        return level.prefixOf(code);
    }

    RowFault fault(RowFault.Kind kind) {
        return new RowFault(line, code, kind);
    }

    /** Whether it says what is stored already. */
    boolean saysNothingNew(Stored stored) {
        return stored.name().equals(name) && Objects.equals(stored.parent(), parent);
    }

    /** What is stored about a division. */
    record Stored(String name, DivisionLevel level, String parent) {}

    private static Read wrong(int line, String code, RowFault.Kind kind) {
        return new Read.Wrong(new RowFault(line, code.length() > 20 ? code.substring(0, 20) : code, kind));
    }

    private static boolean fits(String code, DivisionLevel level) {
        int length = level == DivisionLevel.GRID ? DivisionLevel.GRID.digits() : DivisionLevel.COMMUNITY.digits();
        return code.length() == length && code.substring(level.digits()).chars().allMatch(digit -> digit == '0');
    }

    private static DivisionLevel level(String text) {
        for (DivisionLevel level : DivisionLevel.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(text)) {
                return level;
            }
        }
        return null;
    }
}
