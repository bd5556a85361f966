package org.linli.contracts.activity;

/** Where an order for help stands. */
public enum RequestStatus {
    SUBMITTED,
    REJECTED,
    VERIFIED,
    DISPATCHED,
    ACCEPTED,
    IN_SERVICE,
    COMPLETED,
    CANCELLED
}
