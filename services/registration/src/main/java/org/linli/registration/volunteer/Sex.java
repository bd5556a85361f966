package org.linli.registration.volunteer;

/** As it stands in the document. */
enum Sex {
    FEMALE,
    MALE
}
