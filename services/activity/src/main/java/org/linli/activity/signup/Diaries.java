package org.linli.activity.signup;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.linli.activity.request.OtherPromises;

/** Looks up what somebody has promised and missed, in the current Hibernate session. */
@ApplicationScoped
class Diaries implements OtherPromises {
    /** Whoever promises something for a person holds this until the transaction ends: two promises see each other. */
    private static final String LOCK_PERSON =
            "select cast(pg_advisory_xact_lock(hashtextextended(:person, 0)) as text)";

    // an order without an end is taken to last an hour; one without a time is at no particular one
    private static final String PROMISED = """
            select * from (
                select 'SESSION' as kind, u.session_id as id, s.starts_at as starts, s.ends_at as ends
                from sign_up u join activity_session s on s.id = u.session_id
                where u.volunteer_id = :volunteer and u.status in ('CONFIRMED', 'ATTENDED')
                    and u.session_id <> :session and s.status = 'SCHEDULED'
                union all
                select 'REQUEST', id, wanted_from, coalesce(wanted_until, wanted_from + interval '1 hour')
                from help_request
                where volunteer_id = :volunteer and status in ('ACCEPTED', 'IN_SERVICE') and wanted_from is not null
            ) as promised
            where starts < cast(:until as timestamptz) and ends > cast(:from as timestamptz) order by starts
            """;
    private static final String SESSION_WITHIN = """
            select u.session_id from sign_up u join activity_session s on s.id = u.session_id
            where u.volunteer_id = :volunteer and u.status in ('CONFIRMED', 'ATTENDED') and s.status = 'SCHEDULED'
                and s.starts_at < cast(:until as timestamptz) and s.ends_at > cast(:from as timestamptz)
            order by s.starts_at limit 1
            """;
    private static final String ORDERS = """
            select id, wanted_from, coalesce(wanted_until, wanted_from + interval '1 hour') from help_request
            where volunteer_id = :volunteer and status in ('ACCEPTED', 'IN_SERVICE') and wanted_from is not null
                and coalesce(wanted_until, wanted_from + interval '1 hour') > cast(:from as timestamptz)
            """;
    private static final String MISSED = """
            select missed_at from sign_up
            where volunteer_id = :volunteer and status = 'NO_SHOW' and missed_at > cast(:since as timestamptz)
            """;
    private static final String SIGNED_UP = """
            select count(*) from sign_up where session_id = :session and volunteer_id = :volunteer
                and status not in ('WITHDRAWN', 'LAPSED', 'CANCELLED')
            """;

    private final SignUpPolicy policy;

    @Inject
    Diaries(SignUpPolicy policy) {
        this.policy = policy;
    }

    @Override
    public Uni<Optional<UUID>> sessionWithin(UUID volunteer, Instant from, Instant until) {
        return Panache.getSession()
                .chain(session -> hold(session, volunteer)
                        .chain(() -> session.createNativeQuery(SESSION_WITHIN, UUID.class)
                                .setParameter("volunteer", volunteer)
                                .setParameter("from", from)
                                .setParameter("until", until)
                                .getSingleResultOrNull()))
                .map(Optional::ofNullable);
    }

    /** Orders that somebody has accepted and that end after a moment; nothing is held. */
    Uni<List<Diary.Promise>> orders(UUID volunteer, Instant from) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ORDERS, Object[].class)
                        .setParameter("volunteer", volunteer)
                        .setParameter("from", from)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row ->
                                new Diary.Promise(Diary.Kind.REQUEST, (UUID) row[0], instant(row[1]), instant(row[2])))
                        .toList());
    }

    /** When somebody missed sessions without an accepted reason, as far back as it matters; nothing is held. */
    Uni<List<Instant>> missed(UUID volunteer, Instant now) {
        return Panache.getSession().chain(session -> missed(session, volunteer, now));
    }

    /** Two promises of either person made at the same moment see each other; always in the same order. */
    Uni<Void> holdBoth(UUID one, UUID other) {
        UUID first = one.compareTo(other) < 0 ? one : other;
        return Panache.getSession()
                .chain(session -> hold(session, first).chain(() -> hold(session, first.equals(one) ? other : one)))
                .replaceWithVoid();
    }

    private static Uni<String> hold(Mutiny.Session session, UUID volunteer) {
        return session.createNativeQuery(LOCK_PERSON, String.class)
                .setParameter("person", "sign-up " + volunteer)
                .getSingleResult();
    }

    /** What else a person has promised around a session, and what was missed. */
    Uni<Diary> of(UUID volunteer, SessionTerms terms, Instant now) {
        return Panache.getSession()
                .chain(session -> hold(session, volunteer)
                        .chain(() -> promised(session, volunteer, terms))
                        .chain(promised -> missed(session, volunteer, now)
                                .chain(missed -> signedUp(session, volunteer, terms)
                                        .map(signedUp -> new Diary(signedUp, promised, missed)))));
    }

    private Uni<List<Diary.Promise>> promised(Mutiny.Session session, UUID volunteer, SessionTerms terms) {
        return session.createNativeQuery(PROMISED, Object[].class)
                .setParameter("volunteer", volunteer)
                .setParameter("session", terms.sessionId())
                .setParameter("from", terms.startsAt().minus(policy.littleTime()))
                .setParameter("until", terms.endsAt().plus(policy.littleTime()))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Diary.Promise(
                                Diary.Kind.valueOf((String) row[0]), (UUID) row[1], instant(row[2]), instant(row[3])))
                        .toList());
    }

    private Uni<List<Instant>> missed(Mutiny.Session session, UUID volunteer, Instant now) {
        return session.createNativeQuery(MISSED, Instant.class)
                .setParameter("volunteer", volunteer)
                .setParameter("since", now.minus(policy.missesWithin()).minus(policy.barredFor()))
                .getResultList();
    }

    private Uni<Boolean> signedUp(Mutiny.Session session, UUID volunteer, SessionTerms terms) {
        return session.createNativeQuery(SIGNED_UP, Long.class)
                .setParameter("session", terms.sessionId())
                .setParameter("volunteer", volunteer)
                .getSingleResult()
                .map(count -> count > 0);
    }

    private static Instant instant(Object time) {
        return time instanceof OffsetDateTime offset ? offset.toInstant() : (Instant) time;
    }
}
