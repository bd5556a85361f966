package org.linli.registration.erasure;

/** Where a demand for erasure stands. */
enum ErasureStatus {
    /** Somebody asked; nothing happened yet. */
    ASKED,
    /** It was confirmed: the person is erased here, and the other services are told. */
    DONE
}
