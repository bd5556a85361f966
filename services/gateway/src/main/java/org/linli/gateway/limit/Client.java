package org.linli.gateway.limit;

import java.util.Objects;

/**
 * Who takes something of us.
 *
 * @param name an account, a key or an address; in memory only, it gets into no log
 * @param perMinute how many calls a minute were agreed with it; 0 if what holds for everybody holds
 */
public record Client(String name, int perMinute) {

    public Client {
        Objects.requireNonNull(name);
    }

    /** Somebody with a token of the sign-in, in whatever browser or program. */
    public static Client person(String subject) {
        return new Client("p " + subject, 0);
    }

    /** A device or system with an API key. */
    public static Client key(String id, int perMinute) {
        return new Client("k " + id, perMinute);
    }

    /** Somebody of whom nothing is known but where they call from. */
    public static Client address(String address) {
        return new Client("a " + address, 0);
    }
}
