package org.linli.activity.request;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.contracts.Role;
import org.linli.contracts.activity.RequestStatus;
import org.linli.kit.access.Caller;

/** Finds out what an order is to a caller, in the current Hibernate session. */
@ApplicationScoped
class Relations {
    /** The roles that handle orders: for the station, or for the division it lies in. */
    static final Role[] COORDINATION = {Role.STATION_COORDINATOR, Role.DISTRICT_ADMINISTRATOR, Role.PLATFORM_OPERATOR};

    private static final String OFFERS = """
            select coalesce(bool_or(o.answer is null), false), count(*) > 0,
                coalesce(bool_or(o.answer is null and t.leader_id = :volunteer), false)
            from request_offer o left join team_copy t on t.team_id = o.team_id
            where o.request_id = :request and (o.volunteer_id = :volunteer or t.leader_id = :volunteer
                or exists (select from membership_copy m where m.team_id = o.team_id
                    and m.volunteer_id = :volunteer and m.status = 'ACTIVE'))
            """;

    private record Asked(boolean offered, boolean ever, boolean leading) {
        static final Asked NEVER = new Asked(false, false, false);
    }

    /** What this order is to the caller. */
    Uni<Relation> of(HelpRequest request, Caller caller) {
        return asked(request.id(), caller.volunteerId()).map(asked -> relation(request, caller, asked));
    }

    /** The role in which a caller handles orders of a station or a community; null if none. */
    static ActorRole coordinating(Caller caller, Ordered ordered) {
        return Stream.of(COORDINATION)
                .filter(role -> caller.holdsForStation(ordered.stationId(), ordered.community(), role))
                .map(ActorRole::of)
                .findFirst()
                .orElse(null);
    }

    /** What can be told without asking who was offered it; enough for rows of a list. */
    static Relation atFirstSight(HelpRequest request, Caller caller) {
        return relation(request, caller, Asked.NEVER);
    }

    private static Relation relation(HelpRequest request, Caller caller, Asked asked) {
        Ordered ordered = request.ordered();
        boolean taken = request.status() == RequestStatus.ACCEPTED
                || request.status() == RequestStatus.IN_SERVICE
                || request.status() == RequestStatus.COMPLETED;
        boolean leadsByGrant = request.status() == RequestStatus.DISPATCHED
                && request.teamId() != null
                && caller.grants().stream()
                        .anyMatch(grant -> grant.role() == Role.TEAM_LEADER
                                && request.teamId().equals(grant.teamId()));
        return new Relation(
                caller,
                ordered.recipientId().equals(caller.recipientId()),
                taken && request.volunteerId().equals(caller.volunteerId()),
                asked.offered(),
                asked.leading() || leadsByGrant,
                asked.ever(),
                coordinating(caller, ordered),
                caller.holds(ordered.community(), Role.AUDITOR),
                request.status() == RequestStatus.COMPLETED);
    }

    private static Uni<Asked> asked(UUID request, UUID volunteer) {
        if (volunteer == null) {
            return Uni.createFrom().item(Asked.NEVER);
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OFFERS, Object[].class)
                        .setParameter("request", request)
                        .setParameter("volunteer", volunteer)
                        .getSingleResult())
                .map(row -> new Asked((Boolean) row[0], (Boolean) row[1], (Boolean) row[2]));
    }

    /** Divisions, as prefixes, whose orders a caller may list. */
    static List<String> scopes(Caller caller) {
        return caller.scopes(
                Role.STATION_COORDINATOR, Role.DISTRICT_ADMINISTRATOR, Role.PLATFORM_OPERATOR, Role.AUDITOR);
    }
}
