package org.linli.activity.signup;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.copy.Copies;
import org.linli.activity.session.CommitmentSource;
import org.linli.activity.session.Commitments.Standing;
import org.linli.activity.session.Session;
import org.linli.activity.session.SessionObstacles;
import org.linli.contracts.activity.SignUpStatus;
import org.linli.kit.Refusal;
import org.linli.kit.access.Caller;
import org.linli.kit.time.LinliClock;

/** What a person has promised, for the calendar and for the list of what one may take now. */
@ApplicationScoped
class PromisedSessions implements CommitmentSource, SessionObstacles {
    private static final int AT_MOST = 500;
    private static final String OF_VOLUNTEER = """
            select s.booking.sessionId, s.status, t.time.startsAt, t.time.endsAt
            from SignUp s join Session t on t.id = s.booking.sessionId
            where s.booking.volunteerId = :volunteer and s.status in :statuses and t.time.endsAt > :since
            order by t.time.startsAt, s.id
            """;
    private static final List<SignUpStatus> SHOWN = List.of(
            SignUpStatus.CONFIRMED,
            SignUpStatus.ATTENDED,
            SignUpStatus.WAITLISTED,
            SignUpStatus.OFFERED,
            SignUpStatus.CANCELLED);
    private static final List<SignUpStatus> COUNTING =
            List.of(SignUpStatus.CONFIRMED, SignUpStatus.ATTENDED, SignUpStatus.WAITLISTED, SignUpStatus.OFFERED);

    private final Diaries diaries;
    private final Copies copies;
    private final SignUpPolicy policy;
    private final LinliClock clock;

    @Inject
    PromisedSessions(Diaries diaries, Copies copies, SignUpPolicy policy, LinliClock clock) {
        this.diaries = diaries;
        this.copies = copies;
        this.policy = policy;
        this.clock = clock;
    }

    private record Promised(UUID sessionId, SignUpStatus status, Instant from, Instant until) {
        boolean meets(Session session) {
            return from.isBefore(session.time().endsAt())
                    && session.time().startsAt().isBefore(until);
        }

        boolean hasPlace() {
            return status == SignUpStatus.CONFIRMED || status == SignUpStatus.ATTENDED;
        }
    }

    @Override
    public Uni<Map<UUID, Standing>> of(UUID volunteerId, Instant since) {
        return promised(volunteerId, SHOWN, since).map(rows -> {
            Map<UUID, Standing> standings = new HashMap<>();
            // a later sign-up for the same session says more than the one that was given up
            rows.forEach(row -> standings.merge(
                    row.sessionId(), standing(row.status()), (one, other) -> one.compareTo(other) < 0 ? one : other));
            return standings;
        });
    }

    private static Standing standing(SignUpStatus status) {
        return switch (status) {
            case CONFIRMED, ATTENDED -> Standing.FIRM;
            case WAITLISTED, OFFERED -> Standing.OPEN;
            case WITHDRAWN, LAPSED, CANCELLED, NO_SHOW, EXCUSED -> Standing.OFF;
        };
    }

    @Override
    public Uni<Map<UUID, List<Refusal>>> of(Caller caller, List<Session> sessions) {
        UUID volunteer = caller.volunteerId();
        if (volunteer == null || sessions.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Instant now = clock.now();
        Instant earliest = sessions.getFirst().time().startsAt();
        return promised(volunteer, COUNTING, earliest)
                .chain(rows -> diaries.orders(volunteer, earliest)
                        .chain(orders -> diaries.missed(volunteer, now)
                                .chain(missed -> consented(volunteer)
                                        .map(consented ->
                                                new Against(now, rows, orders, barred(missed, now), !consented)))))
                .map(against ->
                        sessions.stream().collect(Collectors.toMap(Session::id, session -> reasons(session, against))));
    }

    private boolean barred(List<Instant> missed, Instant now) {
        return policy.barredUntil(missed, now).isPresent();
    }

    private Uni<Boolean> consented(UUID volunteer) {
        return copies.volunteer(volunteer)
                .chain(known -> known == null || known.adult()
                        ? Uni.createFrom().item(true)
                        : copies.guardianship(volunteer)
                                .map(file -> file != null && file.consent().covers(known.ageBand())));
    }

    /** What speaks against a person, whichever session it is, and what is promised already. */
    private record Against(
            Instant now, List<Promised> promised, List<Diary.Promise> orders, boolean barred, boolean unconsented) {
        boolean busy(Session session) {
            return promised.stream().anyMatch(row -> row.hasPlace() && row.meets(session))
                    || orders.stream()
                            .anyMatch(order -> order.overlaps(
                                    session.time().startsAt(), session.time().endsAt()));
        }
    }

    private List<Refusal> reasons(Session session, Against against) {
        if (against.promised().stream().anyMatch(row -> row.sessionId().equals(session.id()))) {
            return List.of(ActivityRefusal.ALREADY_SIGNED_UP);
        }
        List<Refusal> found = new ArrayList<>();
        if (!policy.open(session.time().startsAt(), against.now())) {
            found.add(ActivityRefusal.SIGN_UP_CLOSED);
        }
        if (against.unconsented()) {
            found.add(ActivityRefusal.GUARDIAN_CONSENT_MISSING);
        }
        if (against.barred()) {
            found.add(ActivityRefusal.SIGN_UP_BARRED);
        }
        if (against.busy(session)) {
            found.add(ActivityRefusal.TIME_CONFLICT);
        }
        return found;
    }

    private static Uni<List<Promised>> promised(UUID volunteerId, List<SignUpStatus> statuses, Instant since) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(OF_VOLUNTEER, Object[].class)
                        .setParameter("volunteer", volunteerId)
                        .setParameter("statuses", statuses)
                        .setParameter("since", since)
                        .setMaxResults(AT_MOST)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row ->
                                new Promised((UUID) row[0], (SignUpStatus) row[1], (Instant) row[2], (Instant) row[3]))
                        .toList());
    }
}
