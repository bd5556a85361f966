package org.linli.activity.request;

import java.util.UUID;

/**
 * Who does something to an order.
 *
 * @param accountId the sign-in; null for the clock
 * @param role in which capacity
 */
record Actor(UUID accountId, ActorRole role) {
    static final Actor CLOCK = new Actor(null, ActorRole.CLOCK);
}
