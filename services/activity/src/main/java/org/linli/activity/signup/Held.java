package org.linli.activity.signup;

import java.util.UUID;
import org.linli.activity.programme.ActivityOutline;
import org.linli.activity.session.Session;

/**
 * A session whose row is locked, so that its places and its queue are this transaction's alone.
 *
 * @param session the locked row
 * @param activity what it belongs to
 */
record Held(Session session, ActivityOutline activity) {

    /** How things stand now. */
    SessionTerms terms() {
        return SessionTerms.of(session, activity);
    }

    UUID id() {
        return session.id();
    }
}
