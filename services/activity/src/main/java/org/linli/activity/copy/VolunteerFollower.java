package org.linli.activity.copy;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.UUID;

/**
 * What another feature does when registration told of volunteers, of their teams or of who stands for them, in the
 * transaction that brought the copies up to date. Every bean of this type is asked, one after the other. Consumers
 * change nothing themselves: they order work that is due at once.
 */
public interface VolunteerFollower {

    /** @param volunteers those that were told of; their copies are held already */
    Uni<Void> told(SqlConnection connection, UUID[] volunteers);
}
