package org.linli.registration.recipient;

/** Whether a recipient may order help. Nobody is shown a file that was erased. */
enum RecipientStatus {
    ACTIVE,
    WITHDRAWN,
    ERASED
}
