package org.linli.activity.signup;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.activity.copy.Copies;
import org.linli.activity.programme.Programme;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;

/** Shows sign-ups: one's own, those of minors one stands for, and all of a session to whoever organises it. */
@ApplicationScoped
class ReadSignUpsUseCase {
    private static final String WARDS =
            "select volunteer_id from guardianship_copy where active and :account = any (guardian_accounts)";

    private final SignUps signUps;
    private final SessionBook book;
    private final Programme programme;
    private final Copies copies;
    private final SignUpViews views;

    @Inject
    ReadSignUpsUseCase(SignUps signUps, SessionBook book, Programme programme, Copies copies, SignUpViews views) {
        this.signUps = signUps;
        this.book = book;
        this.programme = programme;
        this.copies = copies;
        this.views = views;
    }

    /** One sign-up. */
    @WithSession
    Uni<Outcome<SignUpView>> one(UUID id, Caller caller) {
        return signUps.findById(id)
                .chain(signUp -> signUp == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : programme
                                .find(signUp.booking().activityId())
                                .chain(activity -> copies.serving(caller)
                                        .map(serving -> Standing.of(caller, signUp, activity, serving))
                                        .chain(standing -> standing.knows()
                                                ? views.one(signUp, standing.reads())
                                                        .map(Outcome::done)
                                                : Steps.refused(KitRefusal.NOT_FOUND))));
    }

    /** A list: all of a session in the order in which they were made, or one's own, newest first. */
    @WithSession
    Uni<Outcome<Page<SignUpView>>> list(SignUpFilter filter, Caller caller, Paging paging) {
        return seesAll(filter.sessionId, caller)
                .chain(all -> all ? Uni.createFrom().item((List<UUID>) null) : people(caller))
                .chain(people -> find(filter, people, paging))
                .chain(found -> page(found, paging));
    }

    private Uni<Boolean> seesAll(UUID sessionId, Caller caller) {
        return sessionId == null
                ? Uni.createFrom().item(false)
                : book.find(sessionId)
                        .chain(terms -> terms == null
                                ? Uni.createFrom().item(false)
                                : programme
                                        .find(terms.activityId())
                                        .chain(activity -> copies.serving(caller)
                                                .map(serving ->
                                                        activity.holder().isLedBy(caller, serving)
                                                                || caller.holds(terms.division(), Role.AUDITOR))));
    }

    /** The caller as a volunteer, and the minors for whom the caller stands. */
    private Uni<List<UUID>> people(Caller caller) {
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

    private Uni<List<SignUp>> find(SignUpFilter filter, List<UUID> people, Paging paging) {
        if (people != null && people.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        boolean ofSession = filter.sessionId != null;
        List<String> conditions = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        add(conditions, values, "booking.sessionId = :session", "session", filter.sessionId);
        add(conditions, values, "status = :status", "status", filter.status);
        add(
                conditions,
                values,
                "(booking.volunteerId in :people or status = CONFIRMED and handoverTo in :people)",
                "people",
                people);
        add(conditions, values, ofSession ? "id > :after" : "id < :after", "after", after(ofSession, paging));
        String order = ofSession ? " order by id" : " order by id desc";
        return signUps.find((conditions.isEmpty() ? "true" : String.join(" and ", conditions)) + order, values)
                .range(0, paging.limit())
                .list();
    }

    private static void add(
            List<String> conditions, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    /** A list that grows downwards begins at the top without a cursor. */
    private static UUID after(boolean ofSession, Paging paging) {
        return ofSession || paging.afterKey() != null && !paging.afterId().equals(new UUID(0, 0))
                ? paging.afterId()
                : null;
    }

    private Uni<Outcome<Page<SignUpView>>> page(List<SignUp> found, Paging paging) {
        Page<SignUp> page = Page.of(found, paging.limit(), signUp -> signUp.id().toString(), signUp -> signUp);
        return views.all(page.items()).map(items -> Outcome.done(new Page<>(items, page.next())));
    }
}
