package org.linli.contracts.activity;

/** Whether a session takes place. That it is over is told by its time alone. */
public enum SessionStatus {
    SCHEDULED,
    CANCELLED
}
