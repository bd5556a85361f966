/**
 * Check-in and check-out (product A04): a rotating code is the proof, the place is evidence, the log only grows. A
 * closed pair proposes a service record in the same transaction.
 */
package org.linli.activity.checkin;
