package org.linli.kit.dead;

/** How many rows of a table were touched. */
record TableChange(String table, long inserted, long updated, long deleted) {
    TableChange minus(TableChange before) {
        return before == null
                ? this
                : new TableChange(
                        table, inserted - before.inserted(), updated - before.updated(), deleted - before.deleted());
    }

    boolean isAny() {
        return inserted + updated + deleted > 0;
    }
}
