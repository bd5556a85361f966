package org.linli.registration.volunteer;

/** What others may have to end when a volunteer leaves: due work of this kind, by volunteer. */
public final class Departure {
    /** Kind of the due work. */
    public static final String KIND = "volunteer.left";

    private Departure() {}
}
