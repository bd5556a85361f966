package org.linli.activity.programme;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.linli.activity.copy.Copies;
import org.linli.activity.copy.Serving;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.IfMatch;
import org.linli.kit.http.KitRefusal;

/**
 * The frame of every change of an activity: lock it, see whether the caller holds it, decide, record. Works in the
 * transaction of the use case that asks.
 */
@ApplicationScoped
class ActivityChange {
    private final Activities activities;
    private final Copies copies;
    private final ActivityViews views;
    private final Outbox outbox;

    @Inject
    ActivityChange(Activities activities, Copies copies, ActivityViews views, Outbox outbox) {
        this.activities = activities;
        this.copies = copies;
        this.views = views;
        this.outbox = outbox;
    }

    /**
     * Which activity, by whom, and the version it must still have.
     *
     * @param id the activity
     * @param ifMatch the header; null if any version will do
     * @param caller who
     */
    record Target(UUID id, String ifMatch, Caller caller) {}

    /** Decides on a locked activity; may ask others first. Empty if there is nothing to tell. */
    @FunctionalInterface
    interface Decision {
        Uni<Outcome<Optional<Told>>> decide(Activity activity);
    }

    Uni<Outcome<ActivityView>> of(Target target, Decision decision) {
        return of(target, decision, activity -> Uni.createFrom().voidItem());
    }

    /** @param afterwards what follows from it elsewhere, in the same transaction */
    Uni<Outcome<ActivityView>> of(Target target, Decision decision, Function<Activity, Uni<Void>> afterwards) {
        return activities
                .lock(target.id())
                .chain(activity -> activity == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : copies.serving(target.caller())
                                .map(serving -> led(activity, target, serving))
                                .chain(led -> Steps.then(led, decision::decide))
                                .chain(told -> Steps.keep(
                                        told,
                                        fact -> record(activity, fact)
                                                .chain(() -> afterwards.apply(activity))
                                                .replaceWith(() -> views.own(activity)))));
    }

    private static Outcome<Activity> led(Activity activity, Target target, Serving serving) {
        if (activity.holder().isLedBy(target.caller(), serving)) {
            return IfMatch.check(target.ifMatch(), activity.version(), activity);
        }
        boolean seen = activity.publishedAt() != null || activity.holder().isReadBy(target.caller(), serving);
        return Outcome.refused(seen ? KitRefusal.FORBIDDEN : KitRefusal.NOT_FOUND);
    }

    /** Afterwards the session is flushed, so that the activity has its new version. */
    private Uni<Void> record(Activity activity, Optional<Told> told) {
        Uni<Void> flushed = Panache.getSession().chain(session -> session.flush());
        return told.map(fact -> flushed.chain(() -> outbox.add(Fact.of(
                        activity.id(), fact.sequence(), activity.holder().community(), fact.event()))))
                .orElse(flushed);
    }
}
