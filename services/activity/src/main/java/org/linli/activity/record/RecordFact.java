package org.linli.activity.record;

/** What can happen to a service record, as it stands in its history. */
enum RecordFact {
    PROPOSED,
    APPROVED,
    CONFIRMED,
    REFUSED,
    OBJECTED,
    UPHELD,
    /** Another entry took its place. */
    REPLACED,
    /** It took the place of another entry. */
    CORRECTED,
    /** It came from another system and counts since then. */
    IMPORTED
}
