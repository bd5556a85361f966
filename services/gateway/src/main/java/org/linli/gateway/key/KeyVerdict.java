package org.linli.gateway.key;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.linli.gateway.limit.Kind;

/** What came of looking at an API key. Sealed so that each outcome has its own answer. */
public sealed interface KeyVerdict {

    /**
     * Registration knows it and stands by it.
     *
     * @param token what services are shown in its place
     * @param resources what it may call
     * @param mayWrite whether it may change something
     * @param perMinute how many calls a minute were agreed
     * @param until when the token ends
     */
    record Good(UUID id, String token, Set<String> resources, boolean mayWrite, int perMinute, Instant until)
            implements KeyVerdict {
        public Good {
            Objects.requireNonNull(id);
            Objects.requireNonNull(token);
            Objects.requireNonNull(until);
            resources = Set.copyOf(resources);
        }

        /** Whether such a call is among what the key was made for. */
        public boolean isFor(String resource, Kind kind) {
            String first = resource.contains("/") ? resource.substring(0, resource.indexOf('/')) : resource;
            return resources.contains(first) && (mayWrite || kind == Kind.READ);
        }
    }

    /** It is none, or no longer. */
    record Bad() implements KeyVerdict {}

    /** Too many keys were tried from the same address; the caller was told so. */
    record TooOften() implements KeyVerdict {}

    /** Registration cannot be asked. */
    record Unknown() implements KeyVerdict {}
}
