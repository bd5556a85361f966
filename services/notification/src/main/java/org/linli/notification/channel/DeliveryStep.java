package org.linli.notification.channel;

import java.time.Instant;
import java.util.Optional;
import org.linli.notification.message.MessageRule;
import org.linli.notification.preference.Preferences;

/**
 * What to do with a delivery whose turn has come: since it was written its owner may have chosen otherwise. Sealed, so
 * that every answer is dealt with.
 */
sealed interface DeliveryStep {
    /** Send it to this address. */
    record Send(EmailAddress address) implements DeliveryStep {}

    /** It is quiet now; hold it. */
    record Hold(Instant until) implements DeliveryStep {}

    /** It cannot be sent as things are. */
    record Stuck(Trouble why) implements DeliveryStep {}

    /** Nobody wants it any more. */
    record Withdraw(Trouble why) implements DeliveryStep {}

    /**
     * Decides.
     *
     * @param rule the row of its kind; empty if there is none any more
     */
    static DeliveryStep of(DueDelivery due, Optional<MessageRule> rule, Preferences preferences, Instant now) {
        if (due.unreadable()) {
            return new Stuck(Trouble.ADDRESS_UNREADABLE);
        }
        if (due.bringsCode()) {
            return code(due, now);
        }
        if (due.address() == null || !due.address().verified()) {
            return new Withdraw(Trouble.NO_ADDRESS);
        }
        if (rule.isEmpty() || due.details() == null) {
            return new Withdraw(Trouble.MESSAGE_GONE);
        }
        if (!preferences.mails(rule.get())) {
            return new Withdraw(Trouble.TURNED_OFF);
        }
        Instant earliest = preferences.earliest(rule.get(), now);
        return earliest.isAfter(now)
                ? new Hold(earliest)
                : new Send(due.address().address());
    }

    /** Somebody sits there and waits for it: no quiet hours, and no use when its time is over. */
    private static DeliveryStep code(DueDelivery due, Instant now) {
        MailAddress address = due.address();
        boolean good = address != null && due.eventId().equals(address.codeId()) && now.isBefore(address.codeUntil());
        return good ? new Send(address.toProve()) : new Withdraw(Trouble.CODE_VOID);
    }
}
