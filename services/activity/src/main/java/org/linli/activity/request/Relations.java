package org.linli.activity.request;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.activity.ActivityRoles;
import org.linli.activity.copy.Copies;
import org.linli.activity.copy.Serving;
import org.linli.contracts.Role;
import org.linli.contracts.activity.RequestStatus;
import org.linli.kit.access.Caller;

/** Finds out what an order is to a caller, in the current Hibernate session. */
@ApplicationScoped
class Relations {
    private static final String OFFERS = """
            select count(case when o.answer is null then 1 end), count(*),
                count(case when o.answer is null and o.teamId in :led then 1 end)
            from RequestOffer o
            where o.requestId = :request and (o.volunteerId = :volunteer or o.teamId in :led
                or exists (select 1 from MembershipCopy m where m.teamId = o.teamId
                    and m.volunteerId = :volunteer and m.status = ACTIVE))
            """;

    private final Copies copies;

    @Inject
    Relations(Copies copies) {
        this.copies = copies;
    }

    private record Asked(boolean offered, boolean ever, boolean leading) {
        static final Asked NEVER = new Asked(false, false, false);
    }

    /** What this order is to the caller. */
    Uni<Relation> of(HelpRequest request, Caller caller) {
        return copies.serving(caller)
                .chain(serving -> asked(request.id(), caller.volunteerId(), serving)
                        .map(asked -> relation(request, caller, serving.mayServe(), asked)));
    }

    /** The role in which a caller handles orders of a station or a community; null if none. */
    static ActorRole coordinating(Caller caller, Ordered ordered) {
        return Stream.of(ActivityRoles.COORDINATORS)
                .filter(role -> caller.holdsForStation(ordered.stationId(), ordered.community(), role))
                .map(ActorRole::of)
                .findFirst()
                .orElse(null);
    }

    /** What can be told without asking any table: enough for the recipient and those in scope. */
    static Relation atFirstSight(HelpRequest request, Caller caller) {
        return relation(request, caller, false, Asked.NEVER);
    }

    /** What can be told without asking who was offered it; enough for rows of a list. */
    static Relation inList(HelpRequest request, Caller caller, Serving serving) {
        return relation(request, caller, serving.mayServe(), Asked.NEVER);
    }

    private static Relation relation(HelpRequest request, Caller caller, boolean mayServe, Asked asked) {
        Ordered ordered = request.ordered();
        boolean taken = request.status() == RequestStatus.ACCEPTED
                || request.status() == RequestStatus.IN_SERVICE
                || request.status() == RequestStatus.COMPLETED;
        return new Relation(
                caller,
                mayServe,
                ordered.recipientId().equals(caller.recipientId()),
                taken && request.volunteerId().equals(caller.volunteerId()),
                asked.offered(),
                asked.leading(),
                asked.ever(),
                coordinating(caller, ordered),
                caller.holds(ordered.community(), Role.AUDITOR),
                request.status() == RequestStatus.COMPLETED);
    }

    private static Uni<Asked> asked(UUID request, UUID volunteer, Serving serving) {
        if (volunteer == null && serving.teams().isEmpty()) {
            return Uni.createFrom().item(Asked.NEVER);
        }
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(OFFERS, Object[].class)
                        .setParameter("request", request)
                        .setParameter("volunteer", volunteer)
                        .setParameter("led", serving.teams())
                        .getSingleResult())
                .map(row -> new Asked((long) row[0] > 0, (long) row[1] > 0, (long) row[2] > 0));
    }

    /** Divisions, as prefixes, whose orders a caller may list. */
    static List<String> scopes(Caller caller) {
        return caller.scopes(ActivityRoles.READERS);
    }
}
