package org.linli.points.merchant;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.person.Farewell;
import org.linli.kit.time.LinliClock;

/** The sign-in of somebody who was erased acts at no till: one in a transaction. */
@ApplicationScoped
class TillFarewell implements Farewell {
    private final MerchantRepository merchants;
    private final TillRepository tills;
    private final Outbox outbox;
    private final LinliClock clock;

    @Inject
    TillFarewell(MerchantRepository merchants, TillRepository tills, Outbox outbox, LinliClock clock) {
        this.merchants = merchants;
        this.tills = tills;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> leave(UUID volunteer, UUID account) {
        return tills.find("accountId = ?1 and closedAt is null order by id", account)
                .firstResult()
                .chain(till -> till == null
                        ? Uni.createFrom().item(true)
                        : merchants
                                .lock(till.merchantId())
                                .chain(merchant -> close(merchant, till))
                                .replaceWith(false));
    }

    private Uni<Void> close(Merchant merchant, Till till) {
        till.close(clock.now());
        return tills.flush()
                .chain(() -> tills.accounts(merchant.id()))
                .chain(left -> outbox.add(
                        Fact.of(merchant.id(), merchant.count(), merchant.division(), merchant.tillsChanged(left))));
    }
}
