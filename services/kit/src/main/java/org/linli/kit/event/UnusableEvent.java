package org.linli.kit.event;

/**
 * An event that reads but makes no sense: a negative duration, an id that is missing. A handler throws it before its
 * SQL; the record at fault is set aside, the rest of the batch goes on.
 */
public final class UnusableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param reason what is wrong; holds no value of the record
     */
    public UnusableEvent(String reason) {
        super(reason);
    }

    /** The one that a failure is, or that caused it; null if none did. */
    static UnusableEvent behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnusableEvent unusable) {
                return unusable;
            }
        }
        return null;
    }
}
