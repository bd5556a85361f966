package org.linli.activity.programme;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.linli.contracts.ServiceCategory;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;

/** Asks the project library for which projects activities may be held. In the current Hibernate session. */
public interface ProjectBook {

    /**
     * What is to be held for a project.
     *
     * @param project the project
     * @param holder who holds it, and where
     * @param category the kind of service
     * @param caller who holds it for them
     */
    record Wanted(UUID project, Holder holder, ServiceCategory category, Caller caller) {}

    /**
     * The project, if it stays open and claimed by who holds an activity until the transaction ends, and the activity
     * is of its kind of service and within its division; else why not. A team needs its own claim: that of a station
     * helps only where the caller coordinates the station.
     */
    Uni<Outcome<UUID>> claimed(Wanted wanted);
}
