package org.linli.gateway.token;

import java.time.Instant;
import java.util.Objects;

/** What came of checking a token. Sealed so that each outcome has its own answer. */
public sealed interface TokenVerdict {

    /**
     * Signed by the issuer, for us, and in force.
     *
     * @param subject whom it names
     * @param until when it ends
     */
    record Accepted(String subject, Instant until) implements TokenVerdict {
        public Accepted {
            Objects.requireNonNull(subject);
            Objects.requireNonNull(until);
        }
    }

    /** There is none. */
    record Missing() implements TokenVerdict {}

    /** It was good once. */
    record Expired() implements TokenVerdict {}

    /** It is not one of the issuer's, or was changed, or is not yet in force. */
    record Invalid() implements TokenVerdict {}

    /** The issuer's keys have never been read, so nothing can be said. */
    record KeysUnavailable() implements TokenVerdict {}
}
