package org.linli.activity.request;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Asks sign-up what else a volunteer has promised. */
public interface OtherPromises {
    /**
     * A session at which somebody has a place and that takes place within a time; empty if there is none. Two promises
     * of one person made at the same moment see each other.
     */
    Uni<Optional<UUID>> sessionWithin(UUID volunteer, Instant from, Instant until);
}
