package org.linli.registration.erasure;

/** Why personal data are erased (PIPL art. 47). */
enum Ground {
    /** The person, or a guardian for a minor, asks for it. */
    PERSON,
    /** The purpose was reached, or cannot be reached any more. */
    PURPOSE_ENDED,
    /** The person took the consent back and told an office so. */
    CONSENT_WITHDRAWN,
    /** The data were handled against the law or an agreement. */
    UNLAWFUL,
    /** A law, a court or an authority orders it. */
    LAW
}
