package org.linli.activity.request;

/** How an order came in (product R12: on record who did it). */
enum Channel {
    /** By the recipient's own sign-in. */
    SELF,
    /** Somebody of the station ordered for a person who stood there. */
    PROXY,
    /** Somebody of the station took a call. */
    PHONE
}
