package org.linli.notification.channel;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A delivery whose turn has come, with all that is known about it.
 *
 * @param id names it, and the e-mail too: the same one never gets another Message-ID
 * @param account whom it is for
 * @param eventId the cause; for a code, the code
 * @param kind which message, or {@link #CODE}
 * @param attempts how often it was taken, this time included
 * @param firstDueAt when it ought to have gone at first
 * @param details values for the words; null if the message is gone
 * @param address where its owner wants mail now; null if nowhere
 * @param unreadable whether there is an address that nobody here can read
 */
record DueDelivery(
        UUID id,
        UUID account,
        UUID eventId,
        String kind,
        int attempts,
        Instant firstDueAt,
        Map<String, Object> details,
        MailAddress address,
        boolean unreadable) {
    /** The kind of the e-mail that brings a code: it is about the address itself, and no inbox has it. */
    static final String CODE = "address-code";

    DueDelivery {
        details = details == null ? null : new TreeMap<>(details);
    }

    boolean bringsCode() {
        return CODE.equals(kind);
    }
}
