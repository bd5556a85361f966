package org.linli.contracts;

/**
 * What somebody may do below a division, or for one station or activity only (product R08). The order is the rank:
 * nobody grants a role above their own.
 */
public enum Role {
    /** 平台运营: the whole platform. */
    PLATFORM_OPERATOR(1),
    /** 区县管理员: everything below a city or district. */
    DISTRICT_ADMINISTRATOR(2),
    /** 站点协调员: verifies and dispatches for a station or a community. */
    STATION_COORDINATOR(3),
    /** 团队负责人: leads one team. */
    TEAM_LEADER(4),
    /** 网格员. */
    GRID_OFFICER(4),
    /** 楼栋长. */
    BUILDING_STEWARD(5),
    /** 爱心商户. */
    MERCHANT(5),
    /** 审计员: reads everything below its division, changes nothing, grants nothing. */
    AUDITOR(5),
    /**
     * 区县系统: software of a district that receives the district's events, and may do nothing else. Given with an API
     * key, by whoever answers for the whole district.
     */
    DISTRICT_SYSTEM(2);

    private final int rank;

    Role(int rank) {
        this.rank = rank;
    }

    /** 1 is the highest; equal numbers do not outrank each other. */
    public int rank() {
        return rank;
    }

    /** Whether a holder of this role may hand out {@code other} (within the own division). */
    public boolean mayGrant(Role other) {
        return this != AUDITOR && this != DISTRICT_SYSTEM && rank <= 3 && rank <= other.rank;
    }
}
