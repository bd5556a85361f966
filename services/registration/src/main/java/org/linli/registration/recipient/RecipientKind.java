package org.linli.registration.recipient;

/** Who is helped. */
enum RecipientKind {
    /** A resident. */
    PERSON,
    /** A care home, a school, a service hall. */
    INSTITUTION
}
