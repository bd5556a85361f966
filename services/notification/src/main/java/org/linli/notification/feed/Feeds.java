package org.linli.notification.feed;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.linli.kit.event.Batch;

/** What districts are told of a batch of events, in the transaction that consumes it. */
@ApplicationScoped
public class Feeds {
    private final ReferenceRows references;
    private final FeedRows rows;

    @Inject
    Feeds(ReferenceRows references, FeedRows rows) {
        this.references = references;
        this.rows = rows;
    }

    /**
     * Writes the batch down. Consumers do this last: the head of a feed, which all of them lock, is held only until the
     * commit that follows.
     */
    public Uni<Void> apply(SqlConnection connection, Batch batch) {
        return references.keep(connection, batch).chain(() -> rows.write(connection, batch));
    }
}
