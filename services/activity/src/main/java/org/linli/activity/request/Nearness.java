package org.linli.activity.request;

import org.linli.contracts.DivisionCode;
import org.linli.contracts.DivisionLevel;

/** How near somebody is, by division; homes do not travel (architecture, Names and ownership). */
enum Nearness {
    SAME_COMMUNITY(40, DivisionLevel.COMMUNITY),
    SAME_STREET(20, DivisionLevel.STREET),
    SAME_DISTRICT(5, DivisionLevel.DISTRICT),
    ELSEWHERE(0, null);

    private final int points;
    private final DivisionLevel level;

    Nearness(int points, DivisionLevel level) {
        this.points = points;
        this.level = level;
    }

    /** What it adds to a candidate's score. */
    int points() {
        return points;
    }

    /** The digits that everybody this near shares with a community; empty for elsewhere. */
    String prefixOf(DivisionCode community) {
        return level == null ? "" : level.prefixOf(community.value());
    }

    /** How near a division is to a community. */
    static Nearness of(DivisionCode division, DivisionCode community) {
        for (Nearness nearness : values()) {
            if (division.isWithin(nearness.prefixOf(community))) {
                return nearness;
            }
        }
        throw new IllegalStateException("everything is at least elsewhere");
    }
}
