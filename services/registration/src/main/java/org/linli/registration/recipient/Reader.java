package org.linli.registration.recipient;

/** In which role somebody reads the file of a recipient; stands beside each reading on record. */
enum Reader {
    /** The recipient, with the own sign-in. */
    ONESELF,
    /** Looks after the recipient: the station, or an administrator above it. */
    COORDINATOR,
    /** The volunteer of an order for help that was accepted and is not done yet. */
    SERVING_VOLUNTEER,
    /** Sees that the recipient is there, not the personal fields. */
    AUDITOR,
    /** Has no business here. */
    NOBODY
}
