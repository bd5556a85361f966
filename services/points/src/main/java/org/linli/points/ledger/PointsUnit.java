package org.linli.points.ledger;

/**
 * Schemes (units) stand side by side in the ledger; what is in one unit never becomes another. Which there are, the
 * table of schemes says; this one is what service earns unless a rule names another.
 */
public final class PointsUnit {
    /** 公益积分: points for service. */
    public static final String POINTS = "POINTS";

    private PointsUnit() {}
}
