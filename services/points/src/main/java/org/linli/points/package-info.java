/** The public-benefit bank (公益银行): rules turn service into points, a double-entry ledger keeps them. */
package org.linli.points;
