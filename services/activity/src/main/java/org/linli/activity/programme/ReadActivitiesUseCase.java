package org.linli.activity.programme;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.linli.activity.copy.Copies;
import org.linli.activity.copy.Serving;
import org.linli.contracts.activity.ActivityStatus;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;

/** Shows activities: those that were published to everybody, drafts to those who hold them. */
@ApplicationScoped
class ReadActivitiesUseCase {
    private final Activities activities;
    private final Copies copies;
    private final Participants participants;
    private final ActivityViews views;

    @Inject
    ReadActivitiesUseCase(Activities activities, Copies copies, Participants participants, ActivityViews views) {
        this.activities = activities;
        this.copies = copies;
        this.participants = participants;
        this.views = views;
    }

    @WithSession
    Uni<Outcome<ActivityView>> one(UUID id, Caller caller) {
        return activities
                .findById(id)
                .chain(activity -> activity == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : copies.serving(caller).chain(serving -> shown(activity, caller, serving)));
    }

    private Uni<Outcome<ActivityView>> shown(Activity activity, Caller caller, Serving serving) {
        return activity.publishedAt() != null || activity.holder().isReadBy(caller, serving)
                ? signedUp(caller, List.of(activity))
                        .map(signedUp -> Outcome.done(views.of(activity, caller, serving, signedUp)))
                : Steps.refused(KitRefusal.NOT_FOUND);
    }

    /** Those that have something to tell only to whoever signed up. */
    private Uni<Set<UUID>> signedUp(Caller caller, List<Activity> found) {
        return participants.ofActivities(
                caller,
                found.stream()
                        .filter(activity -> activity.reason() != null)
                        .map(Activity::id)
                        .toList());
    }

    /** Newest first. */
    @WithSession
    Uni<Outcome<Page<ActivityView>>> list(Caller caller, ActivityFilter filter, Paging paging) {
        return copies.serving(caller)
                .chain(serving -> below(filter, conditions(caller, filter, serving))
                        .chain(conditions -> Steps.keep(
                                conditions,
                                all -> find(all, paging).chain(rows -> page(rows, caller, serving, paging)))));
    }

    private Uni<Page<ActivityView>> page(List<Activity> rows, Caller caller, Serving serving, Paging paging) {
        return signedUp(caller, rows)
                .map(signedUp -> Page.of(
                        rows,
                        paging.limit(),
                        row -> row.id().toString(),
                        row -> views.of(row, caller, serving, signedUp)));
    }

    private static HolderConditions conditions(Caller caller, ActivityFilter filter, Serving serving) {
        HolderConditions conditions = new HolderConditions("a").and("a.status = :status", "status", filter.status());
        if (filter.mine()) {
            conditions.mine(caller, serving);
        } else if (filter.status() == ActivityStatus.DRAFT) {
            conditions.readBy(caller, serving);
        } else {
            conditions.and("a.publishedAt is not null");
        }
        if (filter.projectId() != null) {
            conditions.and("a.projectId = :project", "project", filter.projectId());
        }
        return filter.category() == null
                ? conditions
                : conditions.and("a.plan.categoryCode = :category", "category", filter.category());
    }

    private Uni<Outcome<HolderConditions>> below(ActivityFilter filter, HolderConditions conditions) {
        return filter.division() == null
                ? Steps.decided(Outcome.done(conditions))
                : copies.division(filter.division())
                        .map(copy -> Copies.known(copy, "division").map(known -> conditions.below(known.prefix())));
    }

    private static Uni<List<Activity>> find(HolderConditions conditions, Paging paging) {
        conditions.before("a.id", paging);
        return Panache.getSession().chain(session -> {
            Mutiny.SelectionQuery<Activity> query = session.createSelectionQuery(
                    "from Activity a where " + conditions.text() + " order by a.id desc", Activity.class);
            conditions.values().forEach(query::setParameter);
            return query.setMaxResults(paging.limit() + 1).getResultList();
        });
    }
}
