package org.linli.activity.signup;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.activity.ActivityRefusal;
import org.linli.activity.session.CommitmentSource;
import org.linli.activity.session.Commitments.Standing;
import org.linli.activity.session.Session;
import org.linli.activity.session.SessionObstacles;
import org.linli.contracts.activity.SignUpStatus;
import org.linli.kit.Refusal;
import org.linli.kit.access.Caller;

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
        if (caller.volunteerId() == null || sessions.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Instant earliest = sessions.getFirst().time().startsAt();
        return promised(caller.volunteerId(), COUNTING, earliest).map(rows -> {
            Map<UUID, List<Refusal>> found = new HashMap<>();
            sessions.forEach(session -> found.put(session.id(), obstacles(session, rows)));
            return found;
        });
    }

    private static List<Refusal> obstacles(Session session, List<Promised> rows) {
        if (rows.stream().anyMatch(row -> row.sessionId().equals(session.id()))) {
            return List.of(ActivityRefusal.ALREADY_SIGNED_UP);
        }
        return rows.stream().anyMatch(row -> row.hasPlace() && row.meets(session))
                ? List.of(ActivityRefusal.TIME_CONFLICT)
                : List.of();
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
