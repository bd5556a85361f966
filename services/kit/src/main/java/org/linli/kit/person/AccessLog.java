package org.linli.kit.person;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;

/** Reads from the audit what others did with a person's file. */
@ApplicationScoped
class AccessLog {
    private static final String NEWEST = """
            select id, at, action, as_role, as_station, division, reason from audit
            where subject in (:volunteer, :recipient) and account_id <> :account and id < :before
            order by id desc
            """;

    /** In the current Hibernate session. */
    Uni<Page<AccessView>> of(Person person, Locale language, Paging paging) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEWEST, Object[].class)
                        .setParameter("volunteer", person.volunteer().toString())
                        .setParameter("recipient", person.recipient().toString())
                        .setParameter("account", person.account())
                        .setParameter("before", before(paging))
                        .setMaxResults(paging.limit() + 1)
                        .getResultList())
                .map(rows ->
                        Page.of(rows, paging.limit(), row -> row[0].toString(), row -> view((Object[]) row, language)));
    }

    private static long before(Paging paging) {
        String after = paging.afterKey();
        return after != null && after.matches("\\d{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE;
    }

    private static AccessView view(Object[] row, Locale language) {
        String action = (String) row[2];
        String role = (String) row[3];
        return new AccessView(
                row[1] instanceof OffsetDateTime time ? time.toInstant() : (Instant) row[1],
                action,
                AccessTexts.of("action." + action, language),
                role,
                AccessTexts.of(role == null ? "role.none" : "role." + role, language),
                (UUID) row[4],
                (String) row[5],
                (String) row[6]);
    }
}
