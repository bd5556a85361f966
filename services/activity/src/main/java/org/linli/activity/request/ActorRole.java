package org.linli.activity.request;

import org.linli.contracts.Role;

/** In which capacity somebody did something to an order; what its history tells instead of a name. */
enum ActorRole {
    RECIPIENT,
    VOLUNTEER,
    TEAM_LEADER,
    STATION_COORDINATOR,
    DISTRICT_ADMINISTRATOR,
    PLATFORM_OPERATOR,
    /** Nobody: a time had come. */
    CLOCK;

    static ActorRole of(Role role) {
        return switch (role) {
            case PLATFORM_OPERATOR -> PLATFORM_OPERATOR;
            case DISTRICT_ADMINISTRATOR -> DISTRICT_ADMINISTRATOR;
            case STATION_COORDINATOR -> STATION_COORDINATOR;
            case TEAM_LEADER -> TEAM_LEADER;
            case GRID_OFFICER, BUILDING_STEWARD, MERCHANT, AUDITOR, DISTRICT_SYSTEM ->
                throw new IllegalArgumentException(role + " does nothing to orders");
        };
    }
}
