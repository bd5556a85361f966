package org.linli.points.redemption;

/**
 * The statements of a redemption that are not the ledger's, with their numbered parameters; a yardstick runs the very
 * same.
 *
 * @param insert writes what is set aside
 * @param take takes one from the stock
 * @param end writes that it was handed over, has lapsed or was given up
 * @param handOver moves the stock from set aside to handed over, or back to the shelf; sent for all of it and for the
 *     month
 */
public record RedemptionStatements(String insert, String take, String end, String handOver) {

    /** As they are sent. */
    public static RedemptionStatements asSent() {
        return new RedemptionStatements(RedemptionTable.INSERT, Shelf.TAKE, RedemptionTable.END, Shelf.END);
    }
}
