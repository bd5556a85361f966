package org.linli.kit.access;

import jakarta.enterprise.context.RequestScoped;

/** Holds the caller of the request under way; filled before any resource is reached. */
@RequestScoped
public class CurrentCaller {
    private Caller caller;

    /** Who is calling. */
    public Caller get() {
        if (caller == null) {
            throw new IllegalStateException("no caller: this code is not reached from an authenticated request");
        }
        return caller;
    }

    /** Only the filter before the resources calls this. */
    public void set(Caller found) {
        this.caller = found;
    }
}
