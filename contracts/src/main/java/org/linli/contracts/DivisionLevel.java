package org.linli.contracts;

/**
 * Levels of the statistical division code (统计用区划代码): how many digits of the 12 (15 for grids) are significant.
 */
public enum DivisionLevel {
    PROVINCE(2),
    CITY(4),
    DISTRICT(6),
    STREET(9),
    COMMUNITY(12),
    GRID(15);

    private final int digits;

    DivisionLevel(int digits) {
        this.digits = digits;
    }

    /** Number of leading digits that name a division of this level. */
    public int digits() {
        return digits;
    }

    /** The digits that all divisions below {@code code} share. Never guessed from trailing zeros. */
    public String prefixOf(String code) {
        return code.substring(0, digits);
    }
}
