package org.linli.activity.programme;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.linli.kit.access.Caller;

/**
 * Asks sign-up in what a caller takes part, or a minor for whom the caller stands; also what was given up or called off
 * since. Why something was cancelled is told to them and to whoever holds it, not to everybody: it may speak of people.
 * In the current Hibernate session.
 */
public interface Participants {
    /** Those of these activities for which the caller signed up. */
    Uni<Set<UUID>> ofActivities(Caller caller, Collection<UUID> activities);

    /** Those of these sessions for which the caller signed up. */
    Uni<Set<UUID>> ofSessions(Caller caller, Collection<UUID> sessions);
}
