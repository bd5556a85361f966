package org.linli.activity.signup;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.contracts.activity.SignUpStatus;

/** Keeps sign-ups. What is read with the session held does not change until the transaction ends. */
@ApplicationScoped
class SignUps implements PanacheRepositoryBase<SignUp, UUID> {
    private static final String QUEUE = """
            select count(*) filter (where status = 'WAITLISTED'), coalesce(max(queue_number), 0)
            from sign_up where session_id = :session
            """;
    private static final String POSITIONS = """
            select u.id, (select count(*) from sign_up w where w.session_id = u.session_id
                and w.status = 'WAITLISTED' and w.queue_number <= u.queue_number)
            from sign_up u where u.id in (:ids) and u.status = 'WAITLISTED'
            """;

    /**
     * The queue of a session.
     *
     * @param waiting how many wait
     * @param lastNumber the last number that was given out; 0 before the first
     */
    record Queue(int waiting, long lastNumber) {}

    /** The session of a sign-up, without reading the sign-up; null if there is none. */
    Uni<UUID> sessionOf(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select s.booking.sessionId from SignUp s where s.id = :id", UUID.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull());
    }

    /** The session for which a place is offered in exchange, without reading the sign-up; null if for none. */
    Uni<UUID> exchangeOf(UUID id) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select s.exchangeSession from SignUp s where s.id = :id", UUID.class)
                        .setParameter("id", id)
                        .getSingleResultOrNull());
    }

    /** The sign-up of a person that counts for a session; null if there is none. */
    Uni<SignUp> of(UUID session, UUID volunteer) {
        return find(
                        "booking.sessionId = ?1 and booking.volunteerId = ?2 and status not in ?3",
                        session,
                        volunteer,
                        List.of(SignUpStatus.WITHDRAWN, SignUpStatus.LAPSED, SignUpStatus.CANCELLED))
                .firstResult();
    }

    /** How the queue stands. */
    Uni<Queue> queue(UUID sessionId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(QUEUE, Object[].class)
                        .setParameter("session", sessionId)
                        .getSingleResult())
                .map(row -> new Queue(((Number) row[0]).intValue(), ((Number) row[1]).longValue()));
    }

    /** Whoever waits and is next among those for whom so many places suffice; null if nobody is. */
    Uni<SignUp> next(UUID session, int places) {
        return find(
                        "booking.sessionId = ?1 and status = ?2 and booking.guests < ?3 order by queueNumber",
                        session,
                        SignUpStatus.WAITLISTED,
                        places)
                .firstResult();
    }

    /** Sign-ups of a session that stand so, in the order in which they were made. */
    Uni<List<SignUp>> standing(UUID session, List<SignUpStatus> statuses, int limit) {
        return find("booking.sessionId = ?1 and status in ?2 order by id", session, statuses)
                .range(0, limit - 1)
                .list();
    }

    /** The position of each of these that waits; 1 is next. */
    Uni<Map<UUID, Integer>> positions(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : Panache.getSession()
                        .chain(session -> session.createNativeQuery(POSITIONS, Object[].class)
                                .setParameter("ids", ids)
                                .getResultList())
                        .map(rows -> rows.stream()
                                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Number) row[1]).intValue())));
    }
}
