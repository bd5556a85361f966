package org.linli.activity.signup;

import java.time.Instant;
import java.util.UUID;

/**
 * Who does something, and when.
 *
 * @param account the sign-in; null if a time does it
 * @param at when
 */
record By(UUID account, Instant at) {

    /** A time that has come. */
    static By time(Instant now) {
        return new By(null, now);
    }
}
