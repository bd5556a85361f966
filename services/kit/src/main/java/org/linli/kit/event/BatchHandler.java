package org.linli.kit.event;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;

/**
 * What a service does with a batch: set-based statements on one connection, inside one transaction that the caller
 * opens and commits. Effects are idempotent by a natural key derived from the event's id.
 */
@FunctionalInterface
public interface BatchHandler {
    /** Applies the batch; a failure rolls everything back. */
    Uni<Void> apply(SqlConnection connection, Batch batch);
}
