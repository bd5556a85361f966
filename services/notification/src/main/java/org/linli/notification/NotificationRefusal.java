package org.linli.notification;

import org.linli.kit.Refusal;

/** Why notification says no, in order of precedence. Sentences: {@code problems*.properties}. */
public enum NotificationRefusal implements Refusal {
    // addresses
    ADDRESS_VERIFIED("address-verified", 409),
    TOO_MANY_CODES("too-many-codes", 429),
    CODE_ABSENT("code-absent", 409),
    CODE_EXPIRED("code-expired", 409),
    CODE_SPENT("code-spent", 409),
    CODE_WRONG("code-wrong", 409),
    // deliveries
    DELIVERY_NOT_FAILED("delivery-not-failed", 409),
    // feeds
    CURSOR_GONE("cursor-gone", 410);

    private final String code;
    private final int status;

    NotificationRefusal(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
