package org.linli.activity.programme;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.linli.kit.Outcome;

/** Asks the project library for which projects activities may be held. In the current Hibernate session. */
public interface ProjectBook {

    /** The project, if the team or station that holds an activity has it, until the transaction ends; else why not. */
    Uni<Outcome<UUID>> claimed(UUID project, Holder by);
}
