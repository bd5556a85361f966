package org.linli.notification.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.linli.notification.message.Channel;

/**
 * One line of the delivery log.
 *
 * @param id names the delivery; also the first part of the e-mail's Message-ID
 * @param channel by which way
 * @param kind which message; {@code address-code} for a code
 * @param state how far it is
 * @param trouble why it waits longer than it should or was not sent; absent if nothing is wrong
 * @param attempts how often it was taken up
 * @param madeAt when its message arrived
 * @param dueAt when it is, or was, to be sent
 * @param endedAt when it was sent, given up or withdrawn; absent while it waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryView(
        UUID id,
        Channel channel,
        String kind,
        DeliveryState state,
        Trouble trouble,
        int attempts,
        Instant madeAt,
        Instant dueAt,
        Instant endedAt) {}
