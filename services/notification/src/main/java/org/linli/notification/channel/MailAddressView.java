package org.linli.notification.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.http.Versioned;
import org.linli.notification.message.Channel;

/**
 * An address as its owner sees it.
 *
 * @param id the account it belongs to
 * @param channel what it is good for
 * @param address masked
 * @param verified whether its owner proved it; mail goes to no other address
 * @param verifiedAt when; absent while it is not verified
 * @param wanted masked: where mail shall go instead, once the code that was sent there is typed; absent if nothing is
 *     to change
 * @param codeUntil how long the code that was sent is good; absent if none is to be typed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MailAddressView(
        UUID id,
        Channel channel,
        String address,
        boolean verified,
        Instant verifiedAt,
        String wanted,
        Instant codeUntil,
        long version)
        implements Versioned {
    static MailAddressView of(UUID account, MailAddress address) {
        return new MailAddressView(
                account,
                Channel.EMAIL,
                address.address().masked(),
                address.verified(),
                address.verifiedAt(),
                address.wanted() == null ? null : address.wanted().masked(),
                address.codeUntil(),
                address.version());
    }
}
