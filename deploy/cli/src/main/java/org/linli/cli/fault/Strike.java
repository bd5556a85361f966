package org.linli.cli.fault;

import java.time.Duration;

/**
 * A fault that was done.
 *
 * @param at when it was planned, from the beginning
 * @param recovered from the blow until the target was healthy again; null if that did not come
 * @param trouble what went wrong with it; empty if nothing did
 */
record Strike(Fault fault, Duration at, Duration recovered, String trouble) {
    static Strike done(FaultPlan.Planned planned, Duration recovered) {
        return new Strike(planned.fault(), planned.at(), recovered, "");
    }

    static Strike failed(FaultPlan.Planned planned, String trouble) {
        return new Strike(planned.fault(), planned.at(), null, trouble);
    }
}
