package org.linli.activity.signup;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.linli.activity.programme.Participants;
import org.linli.kit.access.Caller;

/** For whom a caller acts, and what they signed up for, in the current Hibernate session. */
@ApplicationScoped
class People implements Participants {
    private static final String WARDS = "select volunteer_id from guardianship_copy where active"
            + " and guardian_accounts @> array[cast(:account as text)]";
    private static final String TAKE_PART =
            "select distinct %1$s from sign_up where volunteer_id in (:people) and %1$s in (:ids)";

    /** The caller as a volunteer, and the minors for whom the caller stands. */
    Uni<List<UUID>> of(Caller caller) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(WARDS, UUID.class)
                        .setParameter("account", caller.accountId().toString())
                        .getResultList())
                .map(wards -> {
                    List<UUID> people = new ArrayList<>(wards);
                    if (caller.volunteerId() != null) {
                        people.add(caller.volunteerId());
                    }
                    return people;
                });
    }

    @Override
    public Uni<Set<UUID>> ofActivities(Caller caller, Collection<UUID> activities) {
        return among("activity_id", caller, activities);
    }

    @Override
    public Uni<Set<UUID>> ofSessions(Caller caller, Collection<UUID> sessions) {
        return among("session_id", caller, sessions);
    }

    private Uni<Set<UUID>> among(String column, Caller caller, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : of(caller)
                        .chain(people ->
                                people.isEmpty() ? Uni.createFrom().item(Set.of()) : find(column, people, ids));
    }

    private static Uni<Set<UUID>> find(String column, List<UUID> people, Collection<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE_PART.formatted(column), UUID.class)
                        .setParameter("people", people)
                        .setParameter("ids", ids)
                        .getResultList())
                .map(Set::copyOf);
    }
}
