package org.linli.gateway.session;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What came of looking at a browser's cookie. Sealed so that each outcome has its own answer. */
public sealed interface SessionVerdict {

    /**
     * Somebody is signed in.
     *
     * @param id of the session
     * @param token what services are shown
     * @param until when the token or the session ends, whichever is first
     */
    record InForce(UUID id, String token, Instant until) implements SessionVerdict {
        public InForce {
            Objects.requireNonNull(id);
            Objects.requireNonNull(token);
            Objects.requireNonNull(until);
        }
    }

    /** There is no cookie. */
    record Absent() implements SessionVerdict {}

    /** There is one that does not count, or no longer. */
    record Ended() implements SessionVerdict {}

    /** Whether it counts cannot be said: the issuer or registration is away. */
    record Unknown() implements SessionVerdict {}
}
