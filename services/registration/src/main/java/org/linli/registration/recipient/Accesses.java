package org.linli.registration.recipient;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;

/** Reads from the audit who read a recipient's file. */
@ApplicationScoped
class Accesses {
    /** Under which a reading stands in the audit. */
    static final String ACTION = "recipient.read";

    private static final String NEWEST = "select id, at, account_id, reason from audit"
            + " where subject = :subject and action = :action and id < :before order by id desc";

    /**
     * One reading of the personal fields.
     *
     * @param accountId the sign-in that read
     * @param reader in which role
     */
    record Access(Instant at, UUID accountId, Reader reader) {}

    /** Readings of one recipient's file, newest first. */
    Uni<Page<Access>> page(UUID recipientId, Paging paging) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEWEST, Object[].class)
                        .setParameter("subject", recipientId.toString())
                        .setParameter("action", ACTION)
                        .setParameter("before", before(paging.afterKey()))
                        .setMaxResults(paging.limit() + 1)
                        .getResultList())
                .map(rows -> page(rows, paging.limit()));
    }

    private static Page<Access> page(List<Object[]> rows, int limit) {
        return Page.of(rows, limit, row -> row[0].toString(), Accesses::access);
    }

    private static long before(String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException foreign) {
            return Long.MAX_VALUE;
        }
    }

    private static Access access(Object[] row) {
        Instant at = row[1] instanceof OffsetDateTime time ? time.toInstant() : (Instant) row[1];
        return new Access(at, (UUID) row[2], Reader.valueOf((String) row[3]));
    }
}
