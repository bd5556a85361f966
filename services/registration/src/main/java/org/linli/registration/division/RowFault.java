package org.linli.registration.division;

/**
 * What is wrong with one row of a division file.
 *
 * @param line line of the file on which the row begins; the header is line 1
 * @param code the division code as it stands there; empty if there is none
 * @param fault the first rule it breaks
 */
public record RowFault(int line, String code, Kind fault) {

    /** The rules of a row, in order of precedence. */
    public enum Kind {
        /** The quotes do not close; nothing behind it was read. */
        UNREADABLE,
        /** Not exactly the four fields of the header. */
        FIELDS_MISSING,
        /** Not 12 digits, or 15 for a grid. */
        CODE_MALFORMED,
        /** Empty, longer than 60 characters, or with characters that no name has (wrong encoding). */
        NAME_MALFORMED,
        /** Not one of province, city, district, street, community, grid. */
        LEVEL_UNKNOWN,
        /** Digits other than zero behind those of its level, or the length of another level. */
        CODE_NOT_OF_LEVEL,
        /** The code stands in the file more than once. */
        DUPLICATE,
        /** A province with a parent, or anything else without. */
        PARENT_MISPLACED,
        /** The parent is neither in the file nor loaded. */
        PARENT_UNKNOWN,
        /** The parent is not of a higher level, or its digits are not those the code begins with. */
        PARENT_NOT_ABOVE,
        /** It is loaded with another level; what lies below it would change. */
        LEVEL_CHANGED
    }
}
