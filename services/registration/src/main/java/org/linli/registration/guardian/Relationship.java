package org.linli.registration.guardian;

/** In which order the law names those who stand for a minor (Civil Code art. 27). */
enum Relationship {
    PARENT,
    GRANDPARENT,
    /** An adult brother or sister. */
    SIBLING,
    /** Somebody else, with the consent of the residents' committee. */
    OTHER
}
