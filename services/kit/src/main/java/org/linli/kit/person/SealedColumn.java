package org.linli.kit.person;

/**
 * An encrypted column.
 *
 * @param key column by which a row is found
 * @param row column with the id of the row it was encrypted for
 * @param field as what it was encrypted
 */
record SealedColumn(String table, String column, String key, String row, String field) {
    /** Its name, as {@code table.column}. */
    String name() {
        return table + "." + column;
    }
}
