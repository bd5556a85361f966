package org.linli.points.merchant;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.linli.contracts.DivisionCode;
import org.linli.contracts.points.MerchantEvent;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.IfMatch;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.points.PointsRefusal;

/** Enters partner shops, suspends them and lets them go. */
@ApplicationScoped
class MerchantUseCase {
    private final MerchantRepository merchants;
    private final TillRepository tills;
    private final Outbox outbox;
    private final Audit audit;
    private final LinliClock clock;

    @Inject
    MerchantUseCase(MerchantRepository merchants, TillRepository tills, Outbox outbox, Audit audit, LinliClock clock) {
        this.merchants = merchants;
        this.tills = tills;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Outcome<MerchantView>> join(Caller caller, MerchantEntry entry) {
        if (!MerchantRights.decides(caller, DivisionCode.of(entry.division()))) {
            return Steps.refused(KitRefusal.FORBIDDEN, "division");
        }
        Merchant merchant = Merchant.join(Ids.next(), entry, caller.accountId(), clock.now());
        return record(caller, merchant, merchant.joined(), "merchant.joined", null);
    }

    @WithTransaction
    Uni<Outcome<MerchantView>> rename(Caller caller, UUID id, String ifMatch, String name, String address) {
        return change(
                caller,
                id,
                ifMatch,
                "merchant.changed",
                null,
                (merchant, accounts) -> merchant.rename(name, address, accounts));
    }

    @WithTransaction
    Uni<Outcome<MerchantView>> suspend(Caller caller, UUID id, String reason) {
        return change(caller, id, null, "merchant.suspended", reason, Merchant::suspend);
    }

    @WithTransaction
    Uni<Outcome<MerchantView>> resume(Caller caller, UUID id, String reason) {
        return change(caller, id, null, "merchant.resumed", reason, Merchant::resume);
    }

    @WithTransaction
    Uni<Outcome<MerchantView>> leave(Caller caller, UUID id, String reason) {
        return change(caller, id, null, "merchant.left", reason, Merchant::leave);
    }

    @WithSession
    Uni<Outcome<MerchantView>> find(UUID id) {
        return merchants
                .findById(id)
                .map(merchant ->
                        merchant == null ? Outcome.refused(KitRefusal.NOT_FOUND) : Outcome.done(merchant.view()));
    }

    /** Shops that take part; {@code division} may be null. */
    @WithSession
    Uni<Outcome<Page<MerchantView>>> list(String division, Paging paging) {
        if (division == null) {
            return page("", paging);
        }
        return merchants
                .prefixOf(division)
                .chain(prefix -> prefix.isEmpty()
                        ? Steps.refused(PointsRefusal.DIVISION_UNKNOWN, "division")
                        : page(prefix.get(), paging));
    }

    private Uni<Outcome<Page<MerchantView>>> page(String prefix, Paging paging) {
        return merchants
                .page(prefix, paging.afterId(), paging.limit())
                .map(found -> Outcome.done(
                        Page.of(found, paging.limit(), merchant -> merchant.id().toString(), Merchant::view)));
    }

    private <E extends MerchantEvent> Uni<Outcome<MerchantView>> change(
            Caller caller,
            UUID id,
            String ifMatch,
            String action,
            String reason,
            BiFunction<Merchant, List<UUID>, Outcome<E>> rule) {
        return merchants
                .lock(id)
                .map(merchant -> allow(caller, merchant).then(found -> IfMatch.check(ifMatch, found.version(), found)))
                .chain(allowed -> Steps.then(
                        allowed,
                        merchant -> tills.accounts(id)
                                .map(accounts -> rule.apply(merchant, accounts))
                                .chain(decided -> Steps.then(
                                        decided, event -> record(caller, merchant, event, action, reason)))));
    }

    private static Outcome<Merchant> allow(Caller caller, Merchant merchant) {
        if (merchant == null) {
            return Outcome.refused(KitRefusal.NOT_FOUND);
        }
        return MerchantRights.decides(caller, merchant.division())
                ? Outcome.done(merchant)
                : Outcome.refused(KitRefusal.FORBIDDEN);
    }

    private Uni<Outcome<MerchantView>> record(
            Caller caller, Merchant merchant, MerchantEvent event, String action, String reason) {
        Fact fact = Fact.of(merchant.id(), merchant.count(), merchant.division(), event);
        return merchants
                .persistAndFlush(merchant)
                .call(() -> outbox.add(fact))
                .call(() -> audit.record(caller, action, merchant.id(), merchant.division(), reason))
                .map(saved -> Outcome.done(saved.view()));
    }
}
