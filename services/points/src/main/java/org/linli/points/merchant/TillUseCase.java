package org.linli.points.merchant;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.linli.contracts.Role;
import org.linli.contracts.points.MerchantState.MerchantStatus;
import org.linli.kit.Ids;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.crypto.BlindIndex;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.http.Page;
import org.linli.kit.http.Paging;
import org.linli.kit.time.LinliClock;
import org.linli.points.PointsConfiguration;
import org.linli.points.PointsRefusal;

/**
 * Links sign-ins to tills: an official hands over a one-time code, the shop's own sign-in brings it. That one may stand
 * at tills of this place at all is a role, granted by registration; at which till, is said here.
 */
@ApplicationScoped
class TillUseCase {
    private static final int CODES = 100_000_000;
    private static final Pattern NOISE = Pattern.compile("[\\s\\-]");

    private final SecureRandom random = new SecureRandom();
    private final MerchantRepository merchants;
    private final TillRepository tills;
    private final BlindIndex index;
    private final PointsConfiguration.Till policy;
    private final Outbox outbox;
    private final Audit audit;
    private final LinliClock clock;

    @Inject
    TillUseCase(
            MerchantRepository merchants,
            TillRepository tills,
            BlindIndex index,
            PointsConfiguration configuration,
            Outbox outbox,
            Audit audit,
            LinliClock clock) {
        this.merchants = merchants;
        this.tills = tills;
        this.index = index;
        this.policy = configuration.till();
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A code to hand over. It is shown this once.
     *
     * @param code eight digits
     * @param expiresAt first moment it no longer works
     */
    record Issued(String code, Instant expiresAt) {
        @Override
        public String toString() {
            return "Issued[until " + expiresAt + "]";
        }
    }

    /** Gives out a code; the one before that nobody used no longer counts. */
    @WithTransaction
    Uni<Outcome<Issued>> issue(Caller caller, UUID merchantId) {
        return merchants
                .lock(merchantId)
                .map(merchant -> decides(caller, merchant).then(TillUseCase::staying))
                .chain(allowed -> Steps.keep(
                        allowed,
                        merchant -> tills.awaiting(merchantId)
                                .chain(before -> renew(caller, merchantId, before))
                                .call(issued -> audit.record(
                                        caller, "till.code-issued", merchantId, merchant.division(), null))));
    }

    private Uni<Issued> renew(Caller caller, UUID merchantId, Till before) {
        Till till = before == null ? Till.open(Ids.next(), merchantId) : before;
        String code = "%08d".formatted(random.nextInt(CODES));
        Instant until = clock.now().plus(policy.codeValidity());
        till.issue(fingerprint(merchantId, code), caller.accountId(), until);
        return tills.persistAndFlush(till).replaceWith(new Issued(code, until));
    }

    /** Brings a code. Who is linked already gets the same answer again. */
    @WithTransaction
    Uni<Outcome<TillView>> link(Caller caller, UUID merchantId, String code) {
        return merchants
                .lock(merchantId)
                .map(merchant -> merchant == null
                        ? Outcome.<Merchant>refused(KitRefusal.NOT_FOUND)
                        : caller.holds(merchant.division(), Role.MERCHANT)
                                ? staying(merchant)
                                : Outcome.<Merchant>refused(KitRefusal.FORBIDDEN))
                .chain(allowed -> Steps.then(
                        allowed,
                        merchant -> tills.of(merchantId, caller.accountId())
                                .chain(linked -> linked != null
                                        ? Steps.decided(Outcome.done(linked.view()))
                                        : tills.awaiting(merchantId)
                                                .chain(till -> link(caller, merchant, till, code)))));
    }

    private Uni<Outcome<TillView>> link(Caller caller, Merchant merchant, Till till, String code) {
        if (till == null) {
            return Steps.refused(PointsRefusal.TILL_CODE_WRONG, "code");
        }
        byte[] hash = fingerprint(merchant.id(), code);
        // a wrong try is counted by the transaction that refuses it
        return Steps.then(
                till.link(caller.accountId(), hash, policy.wrongTries(), clock.now()),
                linked -> tills.persistAndFlush(linked)
                        .chain(() -> tell(caller, merchant, "till.linked"))
                        .replaceWith(Outcome.done(linked.view())));
    }

    /** Takes a sign-in from the till, at once. */
    @WithTransaction
    Uni<Outcome<Void>> close(Caller caller, UUID merchantId, UUID tillId) {
        return merchants
                .lock(merchantId)
                .map(merchant -> decides(caller, merchant))
                .chain(allowed -> Steps.then(
                        allowed,
                        merchant -> tills.linked(merchantId, tillId)
                                .chain(till -> till == null
                                        ? Steps.refused(KitRefusal.NOT_FOUND)
                                        : close(caller, merchant, till))));
    }

    private Uni<Outcome<Void>> close(Caller caller, Merchant merchant, Till till) {
        till.close(clock.now());
        return tills.persistAndFlush(till)
                .chain(() -> tell(caller, merchant, "till.closed"))
                .replaceWith(Outcome.done(null));
    }

    @WithSession
    Uni<Outcome<Page<TillView>>> list(Caller caller, UUID merchantId, Paging paging) {
        return merchants
                .findById(merchantId)
                .map(merchant -> decides(caller, merchant))
                .chain(allowed -> Steps.keep(
                        allowed,
                        merchant -> tills.page(merchantId, paging.afterId(), paging.limit())
                                .map(found -> Page.of(
                                        found, paging.limit(), till -> till.id().toString(), Till::view))));
    }

    private Uni<Void> tell(Caller caller, Merchant merchant, String action) {
        return tills.accounts(merchant.id())
                .chain(accounts -> outbox.add(
                        Fact.of(merchant.id(), merchant.count(), merchant.division(), merchant.tillsChanged(accounts))))
                .chain(() -> audit.record(caller, action, merchant.id(), merchant.division(), null));
    }

    private static Outcome<Merchant> decides(Caller caller, Merchant merchant) {
        if (merchant == null) {
            return Outcome.refused(KitRefusal.NOT_FOUND);
        }
        return MerchantRights.decides(caller, merchant.division())
                ? Outcome.done(merchant)
                : Outcome.refused(KitRefusal.FORBIDDEN);
    }

    private static Outcome<Merchant> staying(Merchant merchant) {
        return merchant.status() == MerchantStatus.LEFT
                ? Outcome.refused(PointsRefusal.MERCHANT_LEFT)
                : Outcome.done(merchant);
    }

    /** What is stored of a code: useless without the key, or for another shop. */
    private byte[] fingerprint(UUID merchantId, String code) {
        return index.of("till-code|" + merchantId + "|" + NOISE.matcher(code).replaceAll(""));
    }
}
