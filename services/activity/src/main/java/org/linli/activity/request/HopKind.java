package org.linli.activity.request;

/** What can happen to an order; each is one line of its history and one event. */
enum HopKind {
    SUBMITTED,
    VERIFIED,
    REJECTED,
    DISPATCHED,
    ACCEPTED,
    DECLINED,
    TIMED_OUT,
    STARTED,
    COMPLETED,
    REVIEWED,
    REOPENED,
    CANCELLED,
    ESCALATED
}
