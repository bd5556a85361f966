/**
 * Statistics (product A18): exact figures per division and period, read from rollups that triggers of the database keep
 * (migrations V151 and V152, docs/decisions/0056).
 */
package org.linli.activity.statistics;
