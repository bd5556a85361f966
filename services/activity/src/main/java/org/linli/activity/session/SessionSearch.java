package org.linli.activity.session;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.linli.kit.access.DivisionScope;
import org.linli.kit.http.Paging;

/** Finds coming sessions of published activities, the next one first. */
@ApplicationScoped
class SessionSearch {
    private static final String DISTANCE =
            "function('metres_between' as Double, :longitude, :latitude," + " a.plan.longitude, a.plan.latitude)";
    /** A degree of latitude is nowhere shorter than this, in metres. */
    private static final double METRES_PER_DEGREE = 110_000;

    /**
     * One found.
     *
     * @param session the session
     * @param metres how far from the place asked about; null if none was
     */
    record Found(Session session, Double metres) {}

    /** One more than the page holds. */
    Uni<List<Found>> find(SessionFilter filter, String divisionPrefix, Instant now, Paging paging) {
        Query query = new Query();
        query.and("s.status = SCHEDULED and a.status = PUBLISHED and s.time.startsAt > :now", "now", now);
        if (divisionPrefix != null) {
            DivisionScope scope = DivisionScope.below("a.holder.division", divisionPrefix);
            query.and(scope.condition()).values.putAll(scope.parameters());
        }
        if (filter.category() != null) {
            query.and("a.plan.categoryCode = :category", "category", filter.category());
        }
        if (filter.free()) {
            query.and("s.taken < s.capacity");
        }
        if (filter.nearby()) {
            around(query, filter);
        }
        behind(query, paging);
        return query.run(filter.nearby(), paging.limit() + 1);
    }

    private static void behind(Query query, Paging paging) {
        Key.of(paging)
                .ifPresent(after -> query.and(
                                "(s.time.startsAt > :start or s.time.startsAt = :start and s.id > :after)",
                                "start",
                                after.start)
                        .with("after", after.id));
    }

    /** All of an activity by time, one more than the page holds. */
    Uni<List<Session>> ofActivity(UUID activityId, Paging paging) {
        Query query = new Query().and("s.activityId = :activity", "activity", activityId);
        behind(query, paging);
        return query.run(false, paging.limit() + 1)
                .map(found -> found.stream().map(Found::session).toList());
    }

    /** The box first, for the index; then the distance. */
    private static void around(Query query, SessionFilter filter) {
        double tall = filter.metres() / METRES_PER_DEGREE;
        query.and("a.plan.latitude between :south and :north", "south", filter.latitude() - tall)
                .with("north", filter.latitude() + tall)
                .and(DISTANCE + " <= :metres", "metres", (double) filter.metres())
                .with("longitude", filter.longitude())
                .with("latitude", filter.latitude());
    }

    /** Behind which session the next page begins. */
    static String keyOf(Session session) {
        return session.time().startsAt() + "|" + session.id();
    }

    private record Key(Instant start, UUID id) {
        static Optional<Key> of(Paging paging) {
            String text = paging.afterKey();
            try {
                String[] parts = text == null ? new String[0] : text.split("\\|");
                return parts.length == 2
                        ? Optional.of(new Key(Instant.parse(parts[0]), UUID.fromString(parts[1])))
                        : Optional.empty();
            } catch (IllegalArgumentException | DateTimeException foreign) {
                return Optional.empty();
            }
        }
    }

    private static final class Query {
        private final StringBuilder where = new StringBuilder();
        private final Map<String, Object> values = new HashMap<>();

        Query and(String condition) {
            where.append(where.isEmpty() ? "" : " and ").append(condition);
            return this;
        }

        Query and(String condition, String name, Object value) {
            return and(condition).with(name, value);
        }

        Query with(String name, Object value) {
            values.put(name, value);
            return this;
        }

        Uni<List<Found>> run(boolean nearby, int limit) {
            String text = "select s, " + (nearby ? DISTANCE : "cast(null as Double)")
                    + " from Session s join Activity a on a.id = s.activityId where " + where
                    + " order by s.time.startsAt, s.id";
            return Panache.getSession()
                    .chain(session -> {
                        Mutiny.SelectionQuery<Object[]> query = session.createSelectionQuery(text, Object[].class);
                        values.forEach(query::setParameter);
                        return query.setMaxResults(limit).getResultList();
                    })
                    .map(rows -> rows.stream()
                            .map(row -> new Found((Session) row[0], (Double) row[1]))
                            .toList());
        }
    }
}
