package org.linli.registration.guardian;

/** To what a guardian consents; each is an act and a record of its own. */
enum ConsentKind {
    /** That the minor serves as a volunteer. */
    SERVICE,
    /** That the data of a child under 14 are kept and used (PIPL art. 31). */
    CHILD_DATA
}
