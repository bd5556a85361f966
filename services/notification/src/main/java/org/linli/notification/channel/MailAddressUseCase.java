package org.linli.notification.channel;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;
import org.linli.kit.http.IfMatch;
import org.linli.kit.http.KitRefusal;
import org.linli.kit.time.LinliClock;
import org.linli.notification.NotificationConfiguration;
import org.linli.notification.NotificationRefusal;

/** Somebody gives, proves, changes and takes back the address they want mail at. */
@ApplicationScoped
class MailAddressUseCase {
    /** Codes of so long count for the limits. */
    static final Duration DAY = Duration.ofDays(1);

    private final Pool pool;
    private final MailAddressRows rows;
    private final AddressCodes codes;
    private final Mailings mailings;
    private final NotificationConfiguration.Address limits;
    private final LinliClock clock;

    @Inject
    MailAddressUseCase(
            Pool pool,
            MailAddressRows rows,
            AddressCodes codes,
            Mailings mailings,
            NotificationConfiguration configuration,
            LinliClock clock) {
        this.pool = pool;
        this.rows = rows;
        this.codes = codes;
        this.mailings = mailings;
        this.limits = configuration.address();
        this.clock = clock;
    }

    Uni<List<MailAddressView>> of(UUID account) {
        return rows.find(pool, account)
                .map(found -> found.stream()
                        .map(address -> MailAddressView.of(account, address))
                        .toList());
    }

    /**
     * Sets the address; unless it is the verified one already, it has to be proven. Until then mail goes to the one
     * that was proven before.
     */
    Uni<Outcome<MailAddressView>> give(UUID account, EmailAddress address, String ifMatch) {
        return pool.withTransaction(connection -> rows.lock(connection, account).chain(found -> {
            long version = found.map(MailAddress::version).orElse(0L);
            boolean same = found.filter(MailAddress::verified)
                    .filter(now -> now.address().normalised().equals(address.normalised()))
                    .isPresent();
            return Steps.then(
                    IfMatch.check(ifMatch, version, address),
                    wanted -> same
                            ? stay(connection, account, found.orElseThrow())
                            : sendCode(
                                    connection,
                                    account,
                                    found.map(now -> now.replacedBy(wanted))
                                            .orElseGet(() -> MailAddress.given(wanted, null, null, version))));
        }));
    }

    /** The proven one is wanted; if another one was wanted before, that is over. */
    private Uni<Outcome<MailAddressView>> stay(SqlConnection connection, UUID account, MailAddress address) {
        if (!address.isToBeProven()) {
            return Steps.decided(Outcome.done(MailAddressView.of(account, address)));
        }
        MailAddress kept = address.keptAfterAll();
        return rows.write(connection, account, kept).replaceWith(() -> Outcome.done(MailAddressView.of(account, kept)));
    }

    /** Sends another code; the one before is void. */
    Uni<Outcome<MailAddressView>> sendAnother(UUID account) {
        return pool.withTransaction(connection -> rows.lock(connection, account)
                .chain(found -> Steps.then(unverified(found), address -> sendCode(connection, account, address))));
    }

    /** Judges what was typed. A wrong try is counted in the transaction that refuses it. */
    Uni<Outcome<MailAddressView>> verify(UUID account, String typed) {
        return pool.withTransaction(connection -> rows.lock(connection, account)
                .chain(found -> found.isEmpty()
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : found.get().isToBeProven()
                                ? judged(connection, account, found.get(), typed)
                                : Steps.decided(Outcome.done(MailAddressView.of(account, found.get())))));
    }

    /** Takes the address back; what still waits to be sent there is withdrawn when its turn comes. */
    Uni<Outcome<UUID>> remove(UUID account, String ifMatch) {
        return pool.withTransaction(connection -> rows.lock(connection, account)
                .chain(found -> found.isEmpty()
                        ? Steps.refused(KitRefusal.NOT_FOUND)
                        : Steps.keep(
                                IfMatch.check(ifMatch, found.get().version(), account),
                                mine -> rows.remove(connection, mine).replaceWith(mine))));
    }

    private static Outcome<MailAddress> unverified(Optional<MailAddress> found) {
        return found.map(address -> address.isToBeProven()
                        ? Outcome.done(address)
                        : Outcome.<MailAddress>refused(NotificationRefusal.ADDRESS_VERIFIED))
                .orElseGet(() -> Outcome.refused(KitRefusal.NOT_FOUND));
    }

    private Uni<Outcome<MailAddressView>> sendCode(SqlConnection connection, UUID account, MailAddress address) {
        Instant now = clock.now();
        MailAddress next = address.withCode(UUID.randomUUID(), now.plus(limits.codeLife()));
        return rows.codesSince(connection, account, next.toProve(), now.minus(DAY))
                .chain(sent ->
                        sent.byAccount() >= limits.codesAnAccount() || sent.byAddress() >= limits.codesAnAddress()
                                ? Steps.refused(NotificationRefusal.TOO_MANY_CODES)
                                : rows.write(connection, account, next)
                                        .chain(() -> rows.noteCode(connection, account, next, now))
                                        .chain(() -> mailings.code(connection, account, next.codeId(), now))
                                        .replaceWith(() -> Outcome.done(MailAddressView.of(account, next))));
    }

    private Uni<Outcome<MailAddressView>> judged(
            SqlConnection connection, UUID account, MailAddress address, String typed) {
        String sent = address.codeId() == null ? "" : codes.digits(address.codeId());
        return switch (address.tryCode(typed, sent, limits.tries(), clock.now())) {
            case CodeTry.Right(MailAddress next) ->
                rows.write(connection, account, next)
                        .replaceWith(() -> Outcome.done(MailAddressView.of(account, next)));
            case CodeTry.Wrong(MailAddress next, int left) ->
                rows.write(connection, account, next)
                        .replaceWith(
                                () -> Outcome.refused(NotificationRefusal.CODE_WRONG, "code", Map.of("left", left)));
            case CodeTry.Absent absent -> Steps.refused(NotificationRefusal.CODE_ABSENT, "code");
            case CodeTry.Expired expired -> Steps.refused(NotificationRefusal.CODE_EXPIRED, "code");
            case CodeTry.Spent spent -> Steps.refused(NotificationRefusal.CODE_SPENT, "code");
        };
    }
}
