package org.linli.registration.recipient;

/**
 * The personal fields of a recipient, encrypted.
 *
 * @param phone null if there is none
 * @param careNotes null if there are none
 * @param birthDate null if it is not known
 */
record SealedPerson(byte[] name, byte[] phone, byte[] address, byte[] careNotes, byte[] birthDate) {}
