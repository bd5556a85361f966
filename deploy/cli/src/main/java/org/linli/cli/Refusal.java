package org.linli.cli;

/** Ends a command with one clear sentence for the person at the terminal, never with a stack trace. */
public final class Refusal extends RuntimeException {
    private final int exitCode;

    /** A refusal with exit code 1. */
    public Refusal(String sentence) {
        this(sentence, 1);
    }

    /** A refusal with an exit code of its own, as documented in the {@code --help} of the command. */
    public Refusal(String sentence, int exitCode) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /** What the process ends with. */
    public int exitCode() {
        return exitCode;
    }
}
