package org.linli.kit.audit;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.Role;
import org.linli.kit.access.Caller;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;

/** Keeps who did what that must be answerable later (PIPL art. 51, 55): append-only, in the transaction of the act. */
@ApplicationScoped
public class Audit {
    private static final Duration RARELY = Duration.ofMinutes(1);

    private final LinliClock clock;

    @Inject
    Audit(LinliClock clock) {
        this.clock = clock;
    }

    /** One act on record. */
    public record Entry(Instant at, UUID accountId, String action, String reason) {}

    /** Records an act in the current Hibernate session; division and reason may be null. */
    public Uni<Void> record(Caller who, String action, Object subject, DivisionCode division, String reason) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("insert into audit (at, account_id, action, subject,"
                                + " division, reason, as_role, as_station) values (:at, :account, :action, :subject,"
                                + " :division, :reason, :role, :station)")
                        .setParameter("at", clock.now())
                        .setParameter("account", who.accountId())
                        .setParameter("action", action)
                        .setParameter("subject", subject.toString())
                        .setParameter("division", division == null ? null : division.value())
                        .setParameter("reason", reason)
                        .setParameter("role", As.of(who, division).role())
                        .setParameter("station", As.of(who, division).station())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Records an act on a connection of the reactive client; division and reason may be null. */
    public Uni<Void> record(
            SqlClient connection, Caller who, String action, Object subject, DivisionCode division, String reason) {
        return connection
                .preparedQuery(
                        "insert into audit (at, account_id, action, subject, division, reason, as_role, as_station)"
                                + " values ($1, $2, $3, $4, $5, $6, $7, $8)")
                .execute(Tuple.from(Arrays.asList(
                        clock.now().atOffset(ZoneOffset.UTC),
                        who.accountId(),
                        action,
                        subject.toString(),
                        division == null ? null : division.value(),
                        reason,
                        As.of(who, division).role(),
                        As.of(who, division).station())))
                .replaceWithVoid();
    }

    /**
     * Records what may be tried without end (somebody was refused) on a connection of the reactive client: once a
     * minute for each caller, action and subject, so that whoever knocks fills no table.
     */
    public Uni<Void> recordRarely(
            SqlClient connection, Caller who, String action, Object subject, DivisionCode division) {
        return connection
                .preparedQuery("select 1 from audit where subject = $1 and action = $2 and account_id = $3 and at > $4"
                        + " order by id desc limit 1")
                .execute(Tuple.of(
                        subject.toString(),
                        action,
                        who.accountId(),
                        clock.now().minus(RARELY).atOffset(ZoneOffset.UTC)))
                .chain(rows -> rows.size() > 0
                        ? Uni.createFrom().voidItem()
                        : record(connection, who, action, subject, division, null));
    }

    /**
     * In which role somebody acts: the one that covers the division; of several the highest.
     *
     * @param role null if none does: a volunteer, a guardian, the person
     * @param station for which alone the role is held; null if for the division
     */
    private record As(String role, UUID station) {
        static As of(Caller who, DivisionCode division) {
            return who.grants().stream()
                    .filter(grant -> grant.role() != Role.MERCHANT)
                    .filter(grant -> division == null || division.isWithin(grant.divisionPrefix()))
                    .min(Comparator.comparing(grant -> grant.role().rank()))
                    .map(grant -> new As(grant.role().name(), grant.stationId()))
                    .orElse(new As(null, null));
        }
    }

    /** The newest acts of one kind on one subject, newest first, at most {@code limit}. */
    public Uni<List<Entry>> of(String action, Object subject, int limit) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select at, account_id, action, reason from audit where subject = :subject"
                                        + " and action = :action order by id desc",
                                Object[].class)
                        .setParameter("subject", subject.toString())
                        .setParameter("action", action)
                        .setMaxResults(limit)
                        .getResultList())
                .map(rows -> rows.stream().map(Audit::entry).toList());
    }

    /** A page of the acts of one kind on one subject, newest first. */
    public Uni<Page<Entry>> page(String action, Object subject, Paging paging) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select at, account_id, action, reason, id from audit where subject = :subject"
                                        + " and action = :action and id < :before order by id desc",
                                Object[].class)
                        .setParameter("subject", subject.toString())
                        .setParameter("action", action)
                        .setParameter("before", before(paging))
                        .setMaxResults(paging.limit() + 1)
                        .getResultList())
                .map(rows -> Page.of(rows, paging.limit(), row -> row[4].toString(), Audit::entry));
    }

    private static long before(Paging paging) {
        String after = paging.afterKey();
        return after != null && after.matches("\\d{1,18}") ? Long.parseLong(after) : Long.MAX_VALUE;
    }

    private static Entry entry(Object[] row) {
        Instant at = row[0] instanceof java.time.OffsetDateTime time ? time.toInstant() : (Instant) row[0];
        return new Entry(at, (UUID) row[1], (String) row[2], (String) row[3]);
    }
}
