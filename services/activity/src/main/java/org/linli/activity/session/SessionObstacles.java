package org.linli.activity.session;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.kit.Refusal;
import org.linli.kit.access.Caller;

/**
 * What another feature (sign-up) knows against a caller's taking sessions, for the list of what one may take now. Every
 * bean of this type is asked, one after the other, in the session of whoever asks.
 */
public interface SessionObstacles {

    /** Reasons by session, in order of precedence; a session without any may be absent. */
    Uni<Map<UUID, List<Refusal>>> of(Caller caller, List<Session> sessions);
}
