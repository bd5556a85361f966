package org.linli.kit.work;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Does one kind of work when its time has come: a time-out, an escalation, a reminder. */
public interface DueWorkHandler {
    /** The kind it does; unique within a service. */
    String kind();

    /**
     * Does the work, inside a Hibernate transaction that also removes the row; if it fails, everything is rolled back
     * and tried again later. It must look whether the work is still needed: the world may have moved on.
     *
     * @param subject what it is about, as it was scheduled
     * @param dueAt when it was due (a missed minute is caught up, so this may be long ago)
     */
    Uni<Void> run(String subject, Instant dueAt);
}
