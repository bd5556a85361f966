/** One's sessions as a calendar (product A02): an iCalendar feed behind a secret address that can be revoked. */
package org.linli.activity.calendar;
