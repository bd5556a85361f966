package org.linli.points.merchant;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Tills in the database. */
@ApplicationScoped
class TillRepository implements PanacheRepositoryBase<Till, UUID> {

    /** The place whose code is open; null if there is none. */
    Uni<Till> awaiting(UUID merchantId) {
        return find("merchantId = ?1 and accountId is null and closedAt is null", merchantId)
                .firstResult();
    }

    /** The place of a sign-in; null if it has none. */
    Uni<Till> of(UUID merchantId, UUID account) {
        return find("merchantId = ?1 and accountId = ?2 and closedAt is null", merchantId, account)
                .firstResult();
    }

    /** A linked place of a shop; null if there is none. */
    Uni<Till> linked(UUID merchantId, UUID id) {
        return find("id = ?2 and merchantId = ?1 and accountId is not null and closedAt is null", merchantId, id)
                .firstResult();
    }

    /** Linked places in the order of their ids, one more than the limit. */
    Uni<List<Till>> page(UUID merchantId, UUID after, int limit) {
        return find(
                        "merchantId = ?1 and accountId is not null and closedAt is null and id > ?2 order by id",
                        merchantId,
                        after)
                .range(0, limit)
                .list();
    }

    /** All sign-ins that may act at the till. */
    Uni<List<UUID>> accounts(UUID merchantId) {
        return find("merchantId = ?1 and accountId is not null and closedAt is null order by id", merchantId)
                .list()
                .map(tills ->
                        tills.stream().map(till -> till.view().accountId()).toList());
    }
}
