package org.linli.points.ledger;

/** Schemes (units) side by side in the ledger. So far there is one; what is in one unit never becomes another. */
public final class PointsUnit {
    /** 公益积分: points for service. */
    public static final String POINTS = "POINTS";

    private PointsUnit() {}
}
