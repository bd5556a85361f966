package org.linli.cli.seed;

import java.time.LocalDate;

/**
 * A service record of the plan.
 *
 * @param reference what it is called in the import
 * @param person number of the person
 * @param division the community of the service
 * @param category kind of service; null for hours brought forward
 * @param minutes length
 * @param servedOn day
 */
record PlannedRecord(
        String reference, long person, String division, String category, int minutes, LocalDate servedOn) {}
