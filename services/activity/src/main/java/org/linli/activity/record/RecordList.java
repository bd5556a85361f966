package org.linli.activity.record;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.contracts.activity.ServiceRecordState.RecordStatus;
import org.linli.kit.http.Paging;

/** Lists of records, page by page. Ids are version 7: their order is the order in which entries were made. */
@ApplicationScoped
class RecordList {

    /** Newest first. */
    Uni<List<ServiceRecord>> newest(RecordFilter filter, RecordScope scope, Paging paging) {
        Query query = query(filter, scope);
        query.and("r.id < :after", "after", after(paging));
        return query.run("r.id desc", paging.limit() + 1);
    }

    /** Proposed ones that should have been decided before {@code today}, oldest first. */
    Uni<List<ServiceRecord>> overdue(RecordFilter filter, RecordScope scope, LocalDate today, Paging paging) {
        Query query = query(filter, scope);
        query.and("r.status = :proposed", "proposed", RecordStatus.PROPOSED);
        query.and("r.entry.recordBy < :today", "today", today);
        query.and("r.id > :after", "after", after(paging));
        return query.run("r.id", paging.limit() + 1);
    }

    private static Query query(RecordFilter filter, RecordScope scope) {
        Query query = new Query(scope);
        query.and("r.origin.volunteerId = :volunteer", "volunteer", filter.volunteerId());
        query.and("r.origin.requestId = :request", "request", filter.requestId());
        query.and("r.origin.sessionId = :session", "session", filter.sessionId());
        query.and("r.origin.division like :prefix", "prefix", likePrefix(filter.divisionPrefix()));
        query.and("r.status = :status", "status", filter.status());
        query.and("r.serviceDate >= :from", "from", filter.from());
        query.and("r.serviceDate <= :to", "to", filter.to());
        return query;
    }

    private static String likePrefix(String prefix) {
        return prefix == null ? null : prefix + "%";
    }

    /** The key a page continues behind; null for the first page, or for a cursor that is not ours. */
    private static UUID after(Paging paging) {
        try {
            return paging.afterKey() == null ? null : UUID.fromString(paging.afterKey());
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }

    /** A query that grows by the conditions that are wanted. */
    private static final class Query {
        private final List<String> conditions = new ArrayList<>();
        private final Map<String, Object> values = new LinkedHashMap<>();

        Query(RecordScope scope) {
            List<String> seen = new ArrayList<>();
            either(seen, "r.origin.volunteerId = :own", "own", scope.volunteerId());
            either(seen, "r.origin.teamId in :teams", "teams", nullIfEmpty(scope.teams()));
            either(seen, "r.origin.stationId in :stations", "stations", nullIfEmpty(scope.stations()));
            for (int index = 0; index < scope.prefixes().size(); index++) {
                String name = "scope" + index;
                either(
                        seen,
                        "r.origin.division like :" + name,
                        name,
                        likePrefix(scope.prefixes().get(index)));
            }
            conditions.add(seen.isEmpty() ? "false" : "(" + String.join(" or ", seen) + ")");
        }

        void and(String condition, String name, Object value) {
            either(conditions, condition, name, value);
        }

        Uni<List<ServiceRecord>> run(String order, int limit) {
            String text = "from ServiceRecord r where " + String.join(" and ", conditions) + " order by " + order;
            return Panache.getSession().chain(session -> {
                var selection =
                        session.createSelectionQuery(text, ServiceRecord.class).setMaxResults(limit);
                values.forEach(selection::setParameter);
                return selection.getResultList();
            });
        }

        private void either(List<String> into, String condition, String name, Object value) {
            if (value != null) {
                into.add(condition);
                values.put(name, value);
            }
        }

        private static List<?> nullIfEmpty(List<?> list) {
            return list.isEmpty() ? null : list;
        }
    }
}
