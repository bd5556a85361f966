package org.linli.activity.copy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.LockMode;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.ServiceCategory;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.registration.GuardianshipState.GuardianConsent;
import org.linli.contracts.registration.MembershipState.MembershipStatus;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;

/**
 * Looks things of registration up in the local copies, in the current Hibernate session. What is not there is null: it
 * may be unknown to everybody, or not known here yet; {@link #known} turns that into the one refusal for both.
 */
@ApplicationScoped
public class Copies {
    private static final String STATUS_HELD =
            "select status from volunteer_copy where volunteer_id = :volunteer for share";

    /** The volunteer; null if not known here. */
    public Uni<VolunteerCopy> volunteer(UUID volunteerId) {
        return find(VolunteerCopy.class, volunteerId);
    }

    /** Who stands for a minor; null if nobody does, or that is not known here. */
    public Uni<GuardianshipCopy> guardianship(UUID volunteerId) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from GuardianshipCopy g where g.volunteerId = :volunteer and g.active"
                                        + " order by g.guardianshipId desc",
                                GuardianshipCopy.class)
                        .setParameter("volunteer", volunteerId)
                        .setMaxResults(1)
                        .getSingleResultOrNull());
    }

    /** What those who stand for a minor said last, also if it changed since it was read; or that nobody did. */
    public Uni<GuardianConsent> consent(UUID volunteerId) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select g.consent from GuardianshipCopy g where g.volunteerId = :volunteer"
                                        + " and g.active order by g.guardianshipId desc",
                                GuardianConsent.class)
                        .setParameter("volunteer", volunteerId)
                        .setMaxResults(1)
                        .getSingleResultOrNull())
                .map(said -> said == null ? GuardianConsent.NONE : said);
    }

    /** Sign-ins of those who stand for somebody today; none for adults, nor for whoever is not known here. */
    public Uni<List<UUID>> guardiansOf(UUID volunteerId) {
        return volunteer(volunteerId)
                .chain(volunteer -> volunteer == null || volunteer.adult()
                        ? Uni.createFrom().item(List.<UUID>of())
                        : guardianship(volunteerId).map(file -> file == null ? List.<UUID>of() : file.guardians()));
    }

    /**
     * Whether a volunteer may serve, which stays so until the transaction ends: registration's news waits for it, and
     * then finds what was promised meanwhile.
     */
    public Uni<Boolean> servesUntilCommit(UUID volunteerId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(STATUS_HELD, String.class)
                        .setParameter("volunteer", volunteerId)
                        .getSingleResultOrNull())
                .map(status -> status != null && VolunteerStatus.valueOf(status).mayServe());
    }

    /**
     * The volunteer as of now, also if this session read it before, which stays so until the transaction ends; null if
     * not known here. Registration's news waits for it, and then finds what was promised meanwhile.
     */
    public Uni<VolunteerCopy> volunteerUntilCommit(UUID volunteerId) {
        return volunteer(volunteerId)
                .call(found -> found == null
                        ? Uni.createFrom().voidItem()
                        : Panache.getSession().chain(session -> session.refresh(found, LockMode.PESSIMISTIC_READ)));
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

    /** The teams a volunteer belongs to now; none for null. */
    public Uni<Set<UUID>> teamsOf(UUID volunteerId) {
        if (volunteerId == null) {
            return Uni.createFrom().item(Set.of());
        }
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select m.teamId from MembershipCopy m where m.volunteerId = :volunteer"
                                        + " and m.status = :active",
                                UUID.class)
                        .setParameter("volunteer", volunteerId)
                        .setParameter("active", MembershipStatus.ACTIVE)
                        .getResultList())
                .map(Set::copyOf);
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

    /**
     * The team for which a volunteer goes who was asked personally: one the volunteer belongs to whose area covers the
     * division and that somebody else leads, the nearest first; one that offers the kind of service before others. Null
     * if there is none.
     */
    public Uni<TeamCopy> teamOf(UUID volunteerId, DivisionCode division, ServiceCategory category) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select t from TeamCopy t, MembershipCopy m where m.teamId = t.teamId"
                                        + " and m.volunteerId = :volunteer and m.status = :active"
                                        + " and t.leaderId <> :volunteer"
                                        + " and :division like concat(t.divisionPrefix, '%')"
                                        + " order by length(t.divisionPrefix) desc, t.teamId",
                                TeamCopy.class)
                        .setParameter("volunteer", volunteerId)
                        .setParameter("active", MembershipStatus.ACTIVE)
                        .setParameter("division", division.value())
                        .getResultList())
                .map(teams -> teams.stream()
                        .filter(team -> team.categories().contains(category))
                        .findFirst()
                        .orElse(teams.isEmpty() ? null : teams.getFirst()));
    }

    /** What a caller may do right now as a volunteer and as a leader. Everything that asks for either asks here. */
    public Uni<Serving> serving(Caller caller) {
        return volunteer(caller.volunteerId())
                .chain(volunteer -> ledByName(volunteer).map(named -> Serving.of(caller, volunteer, named)));
    }

    /** Who leads a team, and whether it is the caller; nobody leads null. */
    public Uni<Leadership> leadership(Caller caller, UUID teamId) {
        return serving(caller)
                .chain(serving -> team(teamId).chain(team -> {
                    UUID leaderId = team == null ? null : team.leaderId();
                    return volunteer(leaderId)
                            .map(leader -> new Leadership(
                                    leaderId, leader != null && leader.mayServe(), serving.leads(teamId)));
                }));
    }

    private static Uni<List<UUID>> ledByName(VolunteerCopy volunteer) {
        if (volunteer == null || !volunteer.mayServe()) {
            return Uni.createFrom().item(List.of());
        }
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select t.teamId from TeamCopy t where t.leaderId = :leader", UUID.class)
                        .setParameter("leader", volunteer.volunteerId())
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
