package org.linli.activity.session;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps sessions, in the current Hibernate session. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, UUID> {

    /** The session with its row locked until the transaction ends; null if there is none. */
    public Uni<Session> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The coming sessions of an activity, each with its row locked, in the order of their ids. */
    Uni<List<Session>> lockComing(UUID activityId, Instant now) {
        return find("activityId = ?1 and status = SCHEDULED and time.startsAt > ?2 order by id", activityId, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
