/** Statistics (product A18): exact figures per division and period, read from rollups that triggers keep (V151, V152). */
package org.linli.activity.statistics;
