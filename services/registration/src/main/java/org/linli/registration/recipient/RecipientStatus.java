package org.linli.registration.recipient;

/** Whether a recipient may order help. */
enum RecipientStatus {
    ACTIVE,
    WITHDRAWN
}
