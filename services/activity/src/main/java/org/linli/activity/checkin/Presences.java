package org.linli.activity.checkin;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.activity.request.PresenceCheck;

/** Keeps pairs of check-in and check-out. */
@ApplicationScoped
class Presences implements PanacheRepositoryBase<Presence, UUID>, PresenceCheck {
    /** Whoever opens a pair for somebody holds this until the transaction ends. */
    private static final String LOCK_PERSON =
            "select cast(pg_advisory_xact_lock(hashtextextended(:person, 0)) as text)";

    private static final String BUSY = """
            select count(*) filter (where coalesce(request_id, session_id) = :service and service_day = :day),
                coalesce(bool_or(in_at < cast(:until as timestamptz)
                    and coalesce(out_at, 'infinity') > cast(:from as timestamptz)), false),
                coalesce(bool_or(out_at is null), false)
            from check_in where volunteer_id = :volunteer
                and (coalesce(request_id, session_id) = :service and service_day = :day
                    or in_at < cast(:until as timestamptz)
                        and coalesce(out_at, 'infinity') > cast(:from as timestamptz)
                    or out_at is null)
            """;

    /**
     * What else a person has on record.
     *
     * @param pairsOfDay pairs of the same service and day
     * @param overlaps whether another pair covers some of the same time
     * @param open whether a pair is open
     */
    record Busy(int pairsOfDay, boolean overlaps, boolean open) {}

    /** The pair with its row locked until the transaction ends; null if there is none. */
    Uni<Presence> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** What a person has on record around a time, read under a lock, so that simultaneous calls see each other. */
    Uni<Busy> busy(UUID volunteer, UUID service, LocalDate day, Instant from, Instant until) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK_PERSON, String.class)
                        .setParameter("person", "check-in " + volunteer)
                        .getSingleResult()
                        .chain(() -> session.createNativeQuery(BUSY, Object[].class)
                                .setParameter("service", service)
                                .setParameter("day", day)
                                .setParameter("from", from)
                                .setParameter("until", until)
                                .setParameter("volunteer", volunteer)
                                .getSingleResult())
                        .map(row -> new Busy(((Number) row[0]).intValue(), (Boolean) row[1], (Boolean) row[2])));
    }

    /** The pair that a device has told of before; null if there is none. */
    Uni<Presence> claimed(UUID volunteer, UUID claim) {
        return find("volunteerId = ?1 and claimId = ?2", volunteer, claim).firstResult();
    }

    /** The open pair of a person at a session, locked; null if there is none. */
    Uni<Presence> lockOpen(UUID session, UUID volunteer) {
        return find("sessionId = ?1 and volunteerId = ?2 and outAt is null", session, volunteer)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** Open pairs of a session, locked, in the order of arrival. */
    Uni<List<Presence>> lockOpen(UUID session, int limit) {
        return find("sessionId = ?1 and outAt is null order by id", session)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .range(0, limit - 1)
                .list();
    }

    @Override
    public Uni<Boolean> anybodyPresent(UUID requestId) {
        return count("requestId = ?1 and outAt is null", requestId).map(open -> open > 0);
    }

    /** Pairs of an order or a session, of a volunteer, or of both (null: any); newest first, behind {@code after}. */
    Uni<List<Presence>> list(UUID service, UUID volunteer, UUID after, int limit) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        List<String> conditions = new ArrayList<>();
        add(conditions, wanted, "(requestId = :service or sessionId = :service)", "service", service);
        add(conditions, wanted, "volunteerId = :volunteer", "volunteer", volunteer);
        add(conditions, wanted, "id < :after", "after", after);
        return find(String.join(" and ", conditions) + " order by id desc", wanted)
                .range(0, limit - 1)
                .list();
    }

    private static void add(
            List<String> conditions, Map<String, Object> wanted, String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            wanted.put(name, value);
        }
    }
}
