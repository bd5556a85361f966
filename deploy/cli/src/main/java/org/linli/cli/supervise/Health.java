package org.linli.cli.supervise;

/**
 * What a part says of itself.
 *
 * @param ready whether it can be used
 * @param alive whether it answers at all; a part that is silent for long is started anew
 * @param detail what fails, in a few words; empty if nothing does
 */
public record Health(boolean ready, boolean alive, String detail) {
    /** Everything well. */
    public static final Health GOOD = new Health(true, true, "");

    /** No answer. */
    public static Health silent(String detail) {
        return new Health(false, false, detail);
    }

    /** An answer that says no. */
    public static Health notReady(String detail) {
        return new Health(false, true, detail);
    }
}
