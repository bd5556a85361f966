package org.linli.registration.recipient;

/** What others may have to end when a recipient leaves: due work of this kind, by recipient. */
public final class Departure {
    /** Kind of the due work. */
    public static final String KIND = "recipient.left";

    private Departure() {}
}
