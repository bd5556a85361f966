package org.linli.cli.supervise;

/** Where a part is in its life. */
public enum Phase {
    /** Something it needs is not ready yet. */
    WAITING,
    STARTING,
    HEALTHY,
    /** It runs, and says itself that something is wrong. */
    DEGRADED,
    /** It ended or fell silent and will be started again after a pause. */
    RESTARTING,
    STOPPING,
    STOPPED
}
