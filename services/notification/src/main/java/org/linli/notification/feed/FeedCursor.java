package org.linli.notification.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the feed of a district: behind the event of this number. Callers get it as a text that they keep and give
 * back as it is.
 *
 * @param district six digits
 * @param sequence number of the last event before it; 0 before the first
 */
record FeedCursor(String district, long sequence) {
    private static final Pattern FORM = Pattern.compile("(\\d{6})/(\\d{1,18})");

    /** As callers keep it. */
    String text() {
        byte[] plain = (district + "/" + sequence).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }

    /** Reads what a caller kept; empty if it is none of ours. */
    static Optional<FeedCursor> of(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            Matcher parts = FORM.matcher(plain);
            return parts.matches()
                    ? Optional.of(new FeedCursor(parts.group(1), Long.parseLong(parts.group(2))))
                    : Optional.empty();
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
