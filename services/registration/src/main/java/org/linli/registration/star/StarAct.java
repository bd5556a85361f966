package org.linli.registration.star;

/** What may happen to the stars of a volunteer. */
enum StarAct {
    /** The hours were reached, or a selection was made: on display from then on. */
    PROPOSED,
    /** The display ended without an objection that was upheld. */
    AWARDED,
    /** An objection was upheld, or the hours no longer reach it. */
    DECLINED,
    /** Taken away by a decision. */
    DOWNGRADED
}
