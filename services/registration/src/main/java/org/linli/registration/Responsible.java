package org.linli.registration;

import org.linli.contracts.Role;

/** Which roles look after what is below their division or at their station (product R08). */
public final class Responsible {
    private static final Role[] ADMINISTRATORS = {Role.PLATFORM_OPERATOR, Role.DISTRICT_ADMINISTRATOR};
    private static final Role[] COORDINATORS = {
        Role.PLATFORM_OPERATOR, Role.DISTRICT_ADMINISTRATOR, Role.STATION_COORDINATOR
    };
    private static final Role[] READERS = {
        Role.PLATFORM_OPERATOR, Role.DISTRICT_ADMINISTRATOR, Role.STATION_COORDINATOR, Role.AUDITOR
    };

    private Responsible() {}

    /** Those above the stations. */
    public static Role[] administrators() {
        return ADMINISTRATORS.clone();
    }

    /** Those who do the daily work, and those above them. */
    public static Role[] coordinators() {
        return COORDINATORS.clone();
    }

    /** Those who see what coordinators see: also auditors, who decide nothing. */
    public static Role[] readers() {
        return READERS.clone();
    }
}
