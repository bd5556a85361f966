package org.linli.activity.session;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Keeps sessions, in the current Hibernate session. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, UUID> {

    /** The session with its row locked until the transaction ends; null if there is none. */
    public Uni<Session> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The activity of a session, without the session itself: whoever changes both locks the activity first. Null if
     * there is no such session.
     */
    public Uni<UUID> activityOf(UUID id) {
        return Panache.getSession()
                .chain(hibernate -> hibernate
                        .createSelectionQuery("select s.activityId from Session s where s.id = :id", UUID.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull());
    }

    /** The sessions of a series from a date of its rule on that have not begun, each with its row locked, by id. */
    Uni<List<Session>> lockOfSeries(UUID seriesId, LocalDate from, Instant now) {
        return find("seriesId = ?1 and seriesDate >= ?2 and time.startsAt > ?3 order by id", seriesId, from, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** All sessions of a series from a date of its rule on, each with its row locked, by id. */
    Uni<List<Session>> lockAllOfSeries(UUID seriesId, LocalDate from) {
        return find("seriesId = ?1 and seriesDate >= ?2 order by id", seriesId, from)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The sessions of an activity that are going on or to come. */
    Uni<List<Session>> notOver(UUID activityId, Instant now) {
        return list("activityId = ?1 and status = SCHEDULED and time.endsAt > ?2", activityId, now);
    }

    /** The coming sessions of an activity, each with its row locked, in the order of their ids. */
    Uni<List<Session>> lockComing(UUID activityId, Instant now) {
        return find("activityId = ?1 and status = SCHEDULED and time.startsAt > ?2 order by id", activityId, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }
}
