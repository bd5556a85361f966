package org.linli.activity.session;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.linli.activity.session.Commitments.Standing;

/** What sign-up knows of a person's sessions. In the current Hibernate session. */
public interface CommitmentSource {

    /** How firm each session is that begins after a moment; those given up are absent. */
    Uni<Map<UUID, Standing>> of(UUID volunteerId, Instant since);
}
