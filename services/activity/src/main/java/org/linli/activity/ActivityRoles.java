package org.linli.activity;

import org.linli.contracts.Role;

/** The roles behind what activity allows, each list once. */
public final class ActivityRoles {
    /** Handle orders, presence and hours of a station, or of the division it lies in; the nearest first. */
    public static final Role[] COORDINATORS = {
        Role.STATION_COORDINATOR, Role.DISTRICT_ADMINISTRATOR, Role.PLATFORM_OPERATOR
    };

    /** Read everything of a division. */
    public static final Role[] READERS = {
        Role.STATION_COORDINATOR, Role.DISTRICT_ADMINISTRATOR, Role.PLATFORM_OPERATOR, Role.AUDITOR
    };

    private ActivityRoles() {}
}
