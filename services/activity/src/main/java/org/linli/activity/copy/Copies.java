package org.linli.activity.copy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.registration.MembershipState.MembershipStatus;
import org.linli.kit.Outcome;
import org.linli.kit.http.KitRefusal;

/**
 * Looks things of registration up in the local copies, in the current Hibernate session. What is not there is null: it
 * may be unknown to everybody, or not known here yet; {@link #known} turns that into the one refusal for both.
 */
@ApplicationScoped
public class Copies {

    /** The volunteer; null if not known here. */
    public Uni<VolunteerCopy> volunteer(UUID volunteerId) {
        return find(VolunteerCopy.class, volunteerId);
    }

    /** The team; null if not known here. */
    public Uni<TeamCopy> team(UUID teamId) {
        return find(TeamCopy.class, teamId);
    }

    /** The station; null if not known here. */
    public Uni<StationCopy> station(UUID stationId) {
        return find(StationCopy.class, stationId);
    }

    /** The recipient; null if not known here. */
    public Uni<RecipientCopy> recipient(UUID recipientId) {
        return find(RecipientCopy.class, recipientId);
    }

    /** The division; null if not known here. */
    public Uni<DivisionCopy> division(DivisionCode code) {
        return code == null ? Uni.createFrom().nullItem() : find(DivisionCopy.class, code.value());
    }

    /** Whether a volunteer belongs to a team now. */
    public Uni<Boolean> isActiveMember(UUID teamId, UUID volunteerId) {
        if (teamId == null || volunteerId == null) {
            return Uni.createFrom().item(false);
        }
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select count(*) from MembershipCopy m where m.teamId = :team"
                                        + " and m.volunteerId = :volunteer and m.status = :active",
                                Long.class)
                        .setParameter("team", teamId)
                        .setParameter("volunteer", volunteerId)
                        .setParameter("active", MembershipStatus.ACTIVE)
                        .getSingleResult())
                .map(found -> found > 0);
    }

    /** The teams that a volunteer leads; none for null. */
    public Uni<List<UUID>> ledBy(UUID volunteerId) {
        if (volunteerId == null) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select t.teamId from TeamCopy t where t.leaderId = :leader", UUID.class)
                        .setParameter("leader", volunteerId)
                        .getResultList());
    }

    /** How many volunteers belong to a team now. */
    public Uni<Long> activeMembers(UUID teamId) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select count(*) from MembershipCopy m where m.teamId = :team and m.status = :active",
                                Long.class)
                        .setParameter("team", teamId)
                        .setParameter("active", MembershipStatus.ACTIVE)
                        .getSingleResult());
    }

    /** What was found, or {@code not-known-yet} (409 with Retry-After) naming the field that holds the reference. */
    public static <T> Outcome<T> known(T copy, String field) {
        return copy == null ? Outcome.refused(KitRefusal.NOT_KNOWN_YET, field) : Outcome.done(copy);
    }

    private static <T> Uni<T> find(Class<T> type, Object id) {
        return id == null ? Uni.createFrom().nullItem() : Panache.getSession().chain(session -> session.find(type, id));
    }
}
