package org.linli.activity.session;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.activity.programme.ActivityOutline;
import org.linli.activity.programme.Programme;
import org.linli.contracts.activity.SessionStatus;

/** The sessions that a person has promised to come to, for a calendar. In the current Hibernate session. */
@ApplicationScoped
public class Commitments {
    private final CommitmentSource source;
    private final Programme programme;

    @Inject
    Commitments(CommitmentSource source, Programme programme) {
        this.source = source;
        this.programme = programme;
    }

    /** How firm it is. */
    public enum Standing {
        /** There is a place. */
        FIRM,
        /** Waiting for one, or the date may still move when the calendar is announced. */
        OPEN,
        /** It does not take place, or not for this person. */
        OFF
    }

    /**
     * A session in somebody's calendar.
     *
     * @param sessionId the session
     * @param changes how often it was changed since it was scheduled
     * @param title what the activity is called
     * @param address where
     * @param longitude WGS84 degrees
     * @param latitude WGS84 degrees
     * @param time when
     * @param standing how firm it is
     */
    public record Commitment(
            UUID sessionId,
            long changes,
            String title,
            String address,
            double longitude,
            double latitude,
            SessionTime time,
            Standing standing) {}

    /** Those that begin after a moment, by time. */
    public Uni<List<Commitment>> of(UUID volunteerId, Instant since) {
        return source.of(volunteerId, since)
                .chain(standings -> sessions(standings)
                        .chain(sessions -> programme
                                .findAll(sessions.stream()
                                        .map(Session::activityId)
                                        .collect(Collectors.toSet()))
                                .map(activities -> sessions.stream()
                                        .map(session -> commitment(
                                                session,
                                                activities.get(session.activityId()),
                                                standings.get(session.id())))
                                        .toList())));
    }

    private static Uni<List<Session>> sessions(Map<UUID, Standing> standings) {
        return standings.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Panache.getSession()
                        .chain(hibernate -> hibernate
                                .createSelectionQuery(
                                        "from Session s where s.id in :ids order by s.time.startsAt, s.id",
                                        Session.class)
                                .setParameter("ids", standings.keySet())
                                .getResultList());
    }

    private static Commitment commitment(Session session, ActivityOutline activity, Standing standing) {
        return new Commitment(
                session.id(),
                session.sequence() - 1,
                activity.title(),
                activity.address(),
                activity.longitude(),
                activity.latitude(),
                session.time(),
                standing(session, standing));
    }

    private static Standing standing(Session session, Standing promised) {
        if (session.status() == SessionStatus.CANCELLED) {
            return Standing.OFF;
        }
        return session.provisional() && promised == Standing.FIRM ? Standing.OPEN : promised;
    }
}
