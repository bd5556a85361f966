/** Proof that the ledger is right (对账): the chain of seals, and the comparison of everything with everything. */
package org.linli.points.verification;
