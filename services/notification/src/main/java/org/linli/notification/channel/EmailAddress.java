package org.linli.notification.channel;

import java.util.Locale;

/**
 * An e-mail address, of those that every mail server takes: ASCII, no quotes, no comments (RFC 5321 without its
 * oddities). It is shown masked, always.
 *
 * @param value as its owner wrote it
 */
record EmailAddress(String value) {
    /** What an address looks like. */
    static final String PATTERN =
            "[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_+-])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
                    + "[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])";

    /** RFC 5321, 4.5.3.1.3: a path holds 256 characters, its angle brackets included. */
    static final int LONGEST = 254;

    EmailAddress {
        if (value.length() > LONGEST || !value.matches(PATTERN)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    /** The same letterbox is written in the same way; capital letters make no difference anywhere that matters. */
    String normalised() {
        return value.toLowerCase(Locale.ROOT);
    }

    /** {@code zhang@example.org} becomes {@code z***@example.org}. */
    String masked() {
        return value.charAt(0) + "***" + value.substring(value.indexOf('@'));
    }
}
