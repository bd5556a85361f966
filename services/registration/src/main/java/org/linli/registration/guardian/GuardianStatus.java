package org.linli.registration.guardian;

/** Where a guardian stands. */
enum GuardianStatus {
    /** Named by the station, which saw the documents; no sign-in yet. */
    NAMED,
    /** Redeemed the one-time code: may consent, and sees the minor's file. */
    CONFIRMED,
    /** Stands for the minor no longer. */
    ENDED
}
