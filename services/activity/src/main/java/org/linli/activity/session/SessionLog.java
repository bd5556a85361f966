package org.linli.activity.session;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.function.Function;
import org.linli.activity.programme.ActivityOutline;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;

/** Records what became of a session, and lets other features follow, in the transaction of the change. */
@ApplicationScoped
class SessionLog {
    private final Outbox outbox;
    private final Instance<SessionFollower> followers;

    @Inject
    SessionLog(Outbox outbox, @Any Instance<SessionFollower> followers) {
        this.outbox = outbox;
        this.followers = followers;
    }

    /** A new session. */
    Uni<Session> scheduled(Session session, ActivityOutline activity) {
        Told told = session.schedule(activity);
        return Panache.getSession()
                .chain(hibernate -> hibernate.persist(session))
                .chain(() -> tell(session, activity, told))
                .replaceWith(session);
    }

    /** Other times or places. */
    Uni<Session> changed(Session session, ActivityOutline activity, SessionTime before, Told told) {
        return tell(session, activity, told)
                .chain(() -> each(follower -> follower.changed(session, activity, before)))
                .replaceWith(session);
    }

    /** It does not take place. */
    Uni<Session> cancelled(Session session, ActivityOutline activity, Told told) {
        return tell(session, activity, told)
                .chain(() -> each(follower -> follower.cancelled(session, activity)))
                .replaceWith(session);
    }

    private Uni<Void> tell(Session session, ActivityOutline activity, Told told) {
        return Panache.getSession()
                .chain(hibernate -> hibernate.flush())
                .chain(() -> outbox.add(
                        Fact.of(session.id(), told.sequence(), activity.holder().community(), told.event())));
    }

    private Uni<Void> each(Function<SessionFollower, Uni<Void>> asked) {
        return next(followers.iterator(), asked);
    }

    private static Uni<Void> next(Iterator<SessionFollower> left, Function<SessionFollower, Uni<Void>> asked) {
        return left.hasNext()
                ? asked.apply(left.next()).chain(() -> next(left, asked))
                : Uni.createFrom().voidItem();
    }
}
