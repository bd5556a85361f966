/** Points that end (积分到期): the warning before, and the postings when the time has come. */
package org.linli.points.expiry;
