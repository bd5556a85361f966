package org.linli.registration.session;

/**
 * What a sign-out everywhere did.
 *
 * @param ended how many sessions it ended
 */
record EndedSessions(int ended) {}
