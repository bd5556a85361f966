package org.linli.activity.programme;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.activity.copy.Copies;
import org.linli.contracts.activity.ActivityStatus;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;

/** Where other features look activities up, in the current Hibernate session. */
@ApplicationScoped
public class Programme {
    private final Activities activities;
    private final Copies copies;

    @Inject
    Programme(Activities activities, Copies copies) {
        this.activities = activities;
        this.copies = copies;
    }

    /** The activity; null if there is none. */
    public Uni<ActivityOutline> find(UUID id) {
        return activities.findById(id).map(found -> found == null ? null : found.outline());
    }

    /** Many activities by their ids. */
    public Uni<Map<UUID, ActivityOutline>> findAll(Collection<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery("from Activity a where a.id in :ids", Activity.class)
                        .setParameter("ids", ids)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(Activity::outline)
                        .collect(Collectors.toMap(ActivityOutline::id, Function.identity())));
    }

    /** The activity if the caller may see it: one that was published once, or a draft of the caller's. */
    public Uni<Outcome<ActivityOutline>> visible(UUID id, Caller caller) {
        return activities
                .findById(id)
                .chain(found -> found == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : copies.serving(caller)
                                .map(serving -> found.publishedAt() != null
                                                || found.holder().isReadBy(caller, serving)
                                        ? Outcome.done(found.outline())
                                        : Outcome.refused(KitRefusal.NOT_FOUND)));
    }

    /**
     * The activity if the caller may act for it, with a shared lock: until the transaction ends nobody closes, cancels
     * or changes it. Whoever wants the session too locks it afterwards.
     */
    public Uni<Outcome<ActivityOutline>> led(UUID id, Caller caller) {
        return activities
                .findById(id, LockModeType.PESSIMISTIC_READ)
                .chain(found -> found == null
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : copies.serving(caller).map(serving -> {
                            if (found.holder().isLedBy(caller, serving)) {
                                return Outcome.done(found.outline());
                            }
                            boolean seen = found.publishedAt() != null
                                    || found.holder().isReadBy(caller, serving);
                            return Outcome.refused(seen ? KitRefusal.FORBIDDEN : KitRefusal.NOT_FOUND);
                        }));
    }

    /** The activity for work of the clock, with a shared lock; null unless it is published. */
    public Uni<ActivityOutline> stillOpen(UUID id) {
        return activities
                .findById(id, LockModeType.PESSIMISTIC_READ)
                .map(found -> found == null || found.status() != ActivityStatus.PUBLISHED ? null : found.outline());
    }
}
