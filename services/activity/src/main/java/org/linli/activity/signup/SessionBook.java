package org.linli.activity.signup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.activity.programme.Programme;
import org.linli.activity.session.Session;
import org.linli.activity.session.Sessions;

/** Opens the book of a session. Works in the Hibernate transaction of whoever asks. */
@ApplicationScoped
class SessionBook {
    private final Sessions sessions;
    private final Programme programme;

    @Inject
    SessionBook(Sessions sessions, Programme programme) {
        this.sessions = sessions;
        this.programme = programme;
    }

    /**
     * The session with its row locked until the transaction ends; null if there is none. To be asked before anything
     * else of the session is read, so that what is read is what is locked.
     */
    Uni<Held> hold(UUID sessionId) {
        return sessions.lock(sessionId).chain(this::held);
    }

    /** The session as it stands, without a lock; null if there is none. */
    Uni<SessionTerms> find(UUID sessionId) {
        return sessions.findById(sessionId).chain(this::held).map(held -> held == null ? null : held.terms());
    }

    private Uni<Held> held(Session session) {
        return session == null
                ? Uni.createFrom().nullItem()
                : programme.find(session.activityId()).map(activity -> new Held(session, activity));
    }
}
