package org.linli.notification.channel;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.linli.kit.time.LinliClock;
import org.linli.notification.NotificationConfiguration;
import org.linli.notification.message.MessageTable;
import org.linli.notification.preference.PreferenceRows;
import org.linli.notification.preference.Preferences;

/** Sends what is due, in any replica, until nothing is. */
@ApplicationScoped
class DeliverUseCase {
    private static final Logger LOG = Logger.getLogger(DeliverUseCase.class);
    private static final int ROUNDS_AT_ONCE = 50;

    private final Pool pool;
    private final DeliveryRows rows;
    private final PreferenceRows preferences;
    private final MessageTable table;
    private final Letters letters;
    private final Postman postman;
    private final NotificationConfiguration.Email terms;
    private final Retries retries;
    private final LinliClock clock;

    @Inject
    DeliverUseCase(
            Pool pool,
            DeliveryRows rows,
            PreferenceRows preferences,
            MessageTable table,
            Letters letters,
            Postman postman,
            NotificationConfiguration configuration,
            LinliClock clock) {
        this.pool = pool;
        this.rows = rows;
        this.preferences = preferences;
        this.table = table;
        this.letters = letters;
        this.postman = postman;
        this.terms = configuration.email();
        this.retries = new Retries(terms.firstPause(), terms.longestPause(), terms.giveUpAfter(), terms.brokenTries());
        this.clock = clock;
    }

    @Scheduled(every = "${linli.notification.email.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> deliverWhatIsDue() {
        return round(ROUNDS_AT_ONCE)
                .onFailure()
                .invoke(failure -> LOG.debugf("deliveries are looked at again later: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> round(int left) {
        return rows.claim(pool, clock.now(), terms.batch(), terms.claim())
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : all(due).chain(() -> left <= 1 ? Uni.createFrom().voidItem() : round(left - 1)));
    }

    private Uni<Void> all(List<DueDelivery> due) {
        List<UUID> accounts = due.stream().map(DueDelivery::account).toList();
        return preferences
                .of(pool, accounts)
                .chain(chosen -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUni(one -> Uni.createFrom()
                                .deferred(() -> deliver(one, preferencesOf(one, chosen)))
                                .onFailure()
                                .invoke(failure -> LOG.warnf(failure, "delivery %s is taken again later", one.id()))
                                .onFailure()
                                .recoverWithNull())
                        .merge(terms.together())
                        .collect()
                        .asList()
                        .replaceWithVoid());
    }

    private static Preferences preferencesOf(DueDelivery due, Map<UUID, Preferences> chosen) {
        return chosen.getOrDefault(due.account(), Preferences.UNTOUCHED);
    }

    private Uni<Void> deliver(DueDelivery due, Preferences chosen) {
        Instant now = clock.now();
        return switch (DeliveryStep.of(due, table.rule(due.kind()), chosen, now)) {
            case DeliveryStep.Send(EmailAddress address) -> send(due, address, chosen.language());
            case DeliveryStep.Stuck(Trouble why) -> failed(due, why);
            case DeliveryStep.Hold(Instant until) -> rows.hold(pool, due.id(), until);
            case DeliveryStep.Withdraw(Trouble why) -> rows.end(pool, due.id(), DeliveryState.WITHDRAWN, why, now);
        };
    }

    private Uni<Void> send(DueDelivery due, EmailAddress address, Locale language) {
        Letter letter;
        try {
            letter = letters.of(due, language);
        } catch (RuntimeException doesNotFit) {
            LOG.errorf(doesNotFit, "the e-mail of delivery %s (%s) cannot be written", due.id(), due.kind());
            return failed(due, Trouble.LETTER_BROKEN);
        }
        return postman.send(due.id(), address, letter)
                .onItemOrFailure()
                .transformToUni((sent, failure) -> failure == null
                        ? rows.end(pool, due.id(), DeliveryState.SENT, null, clock.now())
                        : failed(due, Postman.trouble(failure)));
    }

    private Uni<Void> failed(DueDelivery due, Trouble trouble) {
        Instant now = clock.now();
        Optional<Instant> again = retries.next(trouble, due.attempts(), due.firstDueAt(), now);
        // the server's own words may repeat the address
        LOG.infof(
                "delivery %s did not go out (%s); %s",
                due.id(), trouble, again.map(at -> "again at " + at).orElse("given up"));
        return again.map(at -> rows.postpone(pool, due.id(), at, trouble))
                .orElseGet(() -> rows.end(pool, due.id(), DeliveryState.FAILED, trouble, now));
    }
}
