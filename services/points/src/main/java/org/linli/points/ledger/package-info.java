/**
 * The ledger (账本): append-only double entry. {@link org.linli.points.ledger.Books} judges, {@link
 * org.linli.points.ledger.Ledger} reads and writes; amounts are hundredths of a point.
 */
package org.linli.points.ledger;
