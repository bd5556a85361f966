package org.linli.activity.session;

import io.smallrye.mutiny.Uni;
import org.linli.activity.programme.ActivityOutline;

/**
 * What another feature (sign-up) does when a session is changed or cancelled, in the same transaction, with the row of
 * the session locked. Every bean of this type is asked, one after the other.
 */
public interface SessionFollower {

    /** It has other times or another number of places: more of them may let somebody move up. */
    Uni<Void> changed(Session session, ActivityOutline activity, SessionTime before);

    /** It does not take place. */
    Uni<Void> cancelled(Session session, ActivityOutline activity);
}
