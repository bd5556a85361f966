package org.linli.activity.request;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Asks check-in whether anybody is still there: an order is not completed while somebody is. */
public interface PresenceCheck {
    /** Whether somebody has checked in for this order and not out; in the current Hibernate session. */
    Uni<Boolean> anybodyPresent(UUID requestId);
}
