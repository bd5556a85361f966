package org.linli.activity.signup;

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
import org.linli.activity.programme.ActivityOutline;
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
    private final SignUps signUps;
    private final SessionBook book;
    private final Programme programme;
    private final Copies copies;
    private final Guardians guardians;
    private final People people;
    private final SignUpViews views;

    @Inject
    ReadSignUpsUseCase(
            SignUps signUps,
            SessionBook book,
            Programme programme,
            Copies copies,
            Guardians guardians,
            People people,
            SignUpViews views) {
        this.signUps = signUps;
        this.book = book;
        this.programme = programme;
        this.copies = copies;
        this.guardians = guardians;
        this.people = people;
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
                                .chain(activity -> standing(caller, signUp, activity)
                                        .chain(standing -> standing.knows()
                                                ? views.one(signUp, standing.reads())
                                                        .map(Outcome::done)
                                                : Steps.refused(KitRefusal.NOT_FOUND))));
    }

    private Uni<Standing> standing(Caller caller, SignUp signUp, ActivityOutline activity) {
        return guardians
                .of(signUp.booking())
                .chain(accounts -> copies.serving(caller)
                        .map(serving -> Standing.of(caller, signUp, activity, serving, accounts)));
    }

    /** A list: all of a session in the order in which they were made, or one's own, newest first. */
    @WithSession
    Uni<Outcome<Page<SignUpView>>> list(SignUpFilter filter, Caller caller, Paging paging) {
        return seesAll(filter.sessionId, caller)
                .chain(all -> all ? Uni.createFrom().item((List<UUID>) null) : people.of(caller))
                .chain(whose -> find(filter, whose, paging))
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
