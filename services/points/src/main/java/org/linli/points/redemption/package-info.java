/** Redemption (兑换): points and stock set aside, fetched with a code at the till, or given back. */
package org.linli.points.redemption;
