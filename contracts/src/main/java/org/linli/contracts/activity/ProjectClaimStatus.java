package org.linli.contracts.activity;

/** Where an organisation's claim to a project stands. */
public enum ProjectClaimStatus {
    /** Nobody decided yet. */
    ASKED,
    /** The organisation has the project. */
    GRANTED,
    /** It did not get it, or the project was closed before anybody decided. */
    DECLINED,
    /** Given back, or taken back. */
    ENDED
}
