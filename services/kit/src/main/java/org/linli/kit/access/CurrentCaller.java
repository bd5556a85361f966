package org.linli.kit.access;

import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;

/** Holds the caller of the request under way; filled before any resource is reached. */
@RequestScoped
public class CurrentCaller {
    private Caller caller;
    private Instant signedInUntil;

    /** Who is calling. */
    public Caller get() {
        if (caller == null) {
            throw new IllegalStateException("no caller: this code is not reached from an authenticated request");
        }
        return caller;
    }

    /** When the caller's token ends, in real time; a live stream ends with it. */
    public Instant signedInUntil() {
        return signedInUntil;
    }

    /** Only the filter before the resources calls this. */
    public void set(Caller found, Instant until) {
        this.caller = found;
        this.signedInUntil = until;
    }
}
