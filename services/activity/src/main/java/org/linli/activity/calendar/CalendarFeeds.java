package org.linli.activity.calendar;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Keeps calendar feeds, in the current Hibernate session. */
@ApplicationScoped
class CalendarFeeds implements PanacheRepositoryBase<CalendarFeed, UUID> {

    /** The feed behind a secret; null if there is none, or not any more. */
    Uni<CalendarFeed> open(byte[] fingerprint) {
        return find("fingerprint = ?1 and revokedAt is null", fingerprint).firstResult();
    }

    /** The feeds of a sign-in that can be read, oldest first. */
    Uni<List<CalendarFeed>> of(UUID accountId) {
        return find("accountId = ?1 and revokedAt is null order by id", accountId)
                .list();
    }
}
