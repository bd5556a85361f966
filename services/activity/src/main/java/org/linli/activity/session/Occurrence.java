package org.linli.activity.session;

import java.time.LocalDate;

/**
 * One date of a series.
 *
 * @param ofRule the date that the rule names: what the occurrence is known by
 * @param on the day on which it takes place
 */
record Occurrence(LocalDate ofRule, LocalDate on) {}
