package org.linli.kit.test.broken;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.persistence.ManyToOne;

/** Breaks one rule with every member, so that the rules can be seen to notice. */
public class BrokenHelper {

    @ManyToOne
    private String association;

    String blocks(Uni<String> later) {
        return later.await().indefinitely();
    }

    Uni<Void> opensATransaction(Pool pool) {
        return pool.withTransaction(connection -> Uni.createFrom().voidItem());
    }

    void prints() {
        System.out.println(association);
    }
}
