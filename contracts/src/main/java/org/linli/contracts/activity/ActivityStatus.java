package org.linli.contracts.activity;

/** Where an activity (活动) stands. */
public enum ActivityStatus {
    /** Being prepared; only its makers see it, no event tells of it. */
    DRAFT,
    /** Open to everybody it is meant for. */
    PUBLISHED,
    /** Over in good order: nothing new is scheduled, what is scheduled takes place. */
    CLOSED,
    /** Called off; its coming sessions with it. */
    CANCELLED
}
