package org.linli.activity.record;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keeps service records. */
@ApplicationScoped
class Records implements PanacheRepositoryBase<ServiceRecord, UUID> {
    /** Whoever adds to somebody's counted hours holds this until the transaction ends. */
    private static final String LOCK_PERSON =
            "select cast(pg_advisory_xact_lock(hashtextextended(:person, 0)) as text)";

    private static final String DAY_BOOK = """
            select coalesce(sum(minutes) filter (where service_date = :day), 0),
                coalesce(bool_or(started_at < cast(:until as timestamptz)
                    and ended_at > cast(:from as timestamptz)), false)
            from service_record
            where volunteer_id = :volunteer and status = 'CONFIRMED' and id <> :itself
                -- imported entries sum up whole years: they are not part of the day to which they are counted
                and provenance <> 'IMPORTED'
                and (service_date = :day or started_at < cast(:until as timestamptz)
                    and ended_at > cast(:from as timestamptz))
            """;

    private static final String PARTIES = """
            select distinct account from service_record,
                lateral (values (proposed_by), (approved_by), (decided_by)) as took_part (account)
            where root_id = :root and account is not null
            """;

    private static final String SUMMARY = """
            select category, sum(minutes), count(*) from service_record
            where volunteer_id = :volunteer and status = 'CONFIRMED' group by category order by category
            """;

    /** The entry with its row locked until the transaction ends; null if there is none. */
    Uni<ServiceRecord> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * What is already counted for the person of an entry beside it, read under a lock: two confirmations for one person
     * see each other, whatever records they are about.
     *
     * @param until end of the entry; its own, or that of the correction
     */
    Uni<DayBook> dayBook(ServiceRecord entry, Instant until) {
        String person = "service-record " + entry.origin().volunteerId();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK_PERSON, String.class)
                        .setParameter("person", person)
                        .getSingleResult()
                        .chain(() -> session.createNativeQuery(DAY_BOOK, Object[].class)
                                .setParameter("day", entry.serviceDate())
                                .setParameter("from", entry.origin().startedAt())
                                .setParameter("until", until)
                                .setParameter("volunteer", entry.origin().volunteerId())
                                .setParameter("itself", entry.id())
                                .getSingleResult())
                        .map(row -> new DayBook(((Number) row[0]).intValue(), (Boolean) row[1])));
    }

    /** The accounts that entered, approved or decided any entry of a chain. */
    Uni<Set<UUID>> parties(UUID root) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PARTIES, UUID.class)
                        .setParameter("root", root)
                        .getResultList())
                .map(Set::copyOf);
    }

    /** Confirmed minutes and entries of a person, by category. */
    Uni<List<Object[]>> summary(UUID volunteer) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(SUMMARY, Object[].class)
                        .setParameter("volunteer", volunteer)
                        .getResultList());
    }

    /** The history of a chain, oldest first. */
    Uni<List<RecordLogRow>> history(UUID root) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from RecordLogRow l where l.rootId = :root order by l.recordedAt, l.id",
                                RecordLogRow.class)
                        .setParameter("root", root)
                        .getResultList());
    }
}
