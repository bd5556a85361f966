package org.linli.points.redemption;

import org.linli.kit.fault.FaultPoint;

/** Where a death between setting aside and handing over would do the most harm; see {@link FaultPoint}. */
final class Moments {
    /** Points, stock, code and event are written; nothing is committed. */
    static final FaultPoint HOLD_WRITTEN = new FaultPoint("hold-written");

    /** What was set aside is committed; its owner has no code yet. */
    static final FaultPoint HOLD_COMMITTED = new FaultPoint("hold-committed");

    /** The shop has the points; nothing is committed. */
    static final FaultPoint FULFILMENT_WRITTEN = new FaultPoint("fulfilment-written");

    /** It is handed over; the till does not know. */
    static final FaultPoint FULFILMENT_COMMITTED = new FaultPoint("fulfilment-committed");

    /** It is decided that nobody fetched it; nothing is committed. */
    static final FaultPoint LAPSE_WRITTEN = new FaultPoint("lapse-written");

    /** One has lapsed; the next that is due has not been looked for. */
    static final FaultPoint LAPSE_COMMITTED = new FaultPoint("lapse-committed");

    private Moments() {}
}
