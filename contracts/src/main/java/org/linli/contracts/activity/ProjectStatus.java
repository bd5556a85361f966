package org.linli.contracts.activity;

/** Where a project of the library stands. */
public enum ProjectStatus {
    /** Nobody knows of it but those who look after its division. */
    DRAFT,
    /** Everybody sees it, and organisations may claim it. */
    OPEN,
    /** No claims and no new activities any more. */
    CLOSED
}
