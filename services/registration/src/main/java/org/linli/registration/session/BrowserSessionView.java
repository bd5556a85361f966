package org.linli.registration.session;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.http.Versioned;

/**
 * One signed-in browser.
 *
 * @param startedAt when its owner signed in, in real time
 * @param until when they must sign in again at the latest, in real time
 */
record BrowserSessionView(UUID id, Instant startedAt, Instant until) implements Versioned {

    /** It never changes, it only ends. */
    @Override
    @JsonIgnore
    public long version() {
        return 0;
    }
}
