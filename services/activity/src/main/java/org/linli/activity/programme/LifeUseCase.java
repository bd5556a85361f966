package org.linli.activity.programme;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.audit.Audit;
import org.linli.kit.time.LinliClock;

/** Publishes activities, and ends them. */
@ApplicationScoped
class LifeUseCase {
    private final ActivityChange change;
    private final Preparation preparation;
    private final ActivityTexts texts;
    private final Instance<ActivityFollower> followers;
    private final Audit audit;
    private final LinliClock clock;

    @Inject
    LifeUseCase(
            ActivityChange change,
            Preparation preparation,
            ActivityTexts texts,
            @Any Instance<ActivityFollower> followers,
            Audit audit,
            LinliClock clock) {
        this.change = change;
        this.preparation = preparation;
        this.texts = texts;
        this.followers = followers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes it public; one for a project as long as the team or station has that. */
    @WithTransaction
    Uni<Outcome<ActivityView>> publish(ActivityChange.Target target) {
        return change.of(
                target,
                activity -> preparation
                        .project(activity.projectId(), activity.holder(), activity.plan(), target.caller())
                        .map(held -> held.then(fine -> activity.publish(clock.now(), clock.today()))
                                .map(Optional::of)),
                activity -> onRecord(target, activity, "activity.published"));
    }

    /** Nothing new is scheduled; what is scheduled takes place. */
    @WithTransaction
    Uni<Outcome<ActivityView>> close(ActivityChange.Target target) {
        return change.of(
                target,
                activity -> Steps.decided(activity.close(clock.now()).map(Optional::of)),
                activity -> each(follower -> follower.closed(activity.outline()))
                        .chain(() -> onRecord(target, activity, "activity.closed")));
    }

    /** Calls it off, and its coming sessions with it. */
    @WithTransaction
    Uni<Outcome<ActivityView>> cancel(ActivityChange.Target target, String reason) {
        return change.of(
                target,
                activity -> Steps.decided(activity.cancel(texts.sealReason(activity.id(), reason), clock.now())),
                activity -> each(follower -> follower.cancelled(activity.outline(), reason))
                        .chain(() -> onRecord(target, activity, "activity.cancelled")));
    }

    private Uni<Void> onRecord(ActivityChange.Target target, Activity activity, String act) {
        return audit.record(
                target.caller(), act, activity.id(), activity.holder().community(), null);
    }

    private Uni<Void> each(Function<ActivityFollower, Uni<Void>> asked) {
        return next(followers.iterator(), asked);
    }

    private static Uni<Void> next(Iterator<ActivityFollower> left, Function<ActivityFollower, Uni<Void>> asked) {
        return left.hasNext()
                ? asked.apply(left.next()).chain(() -> next(left, asked))
                : Uni.createFrom().voidItem();
    }
}
