package org.linli.notification.feed;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.http.KitRefusal;
import org.linli.notification.NotificationConfiguration;
import org.linli.notification.wake.Wakes;

/**
 * Waits for the next events of a feed: until its district's feed grows on any replica, and looks now and then anyway.
 * So nothing is lost and nothing comes twice, whichever replica it is on. Whoever loses the role gets nothing more.
 */
@ApplicationScoped
class FeedWaits {
    private final ReadFeedUseCase feed;
    private final Wakes wakes;
    private final Duration heartbeat;
    private final AtomicLong waiting = new AtomicLong();

    @Inject
    FeedWaits(ReadFeedUseCase feed, Wakes wakes, MeterRegistry meters, NotificationConfiguration configuration) {
        this.feed = feed;
        this.wakes = wakes;
        this.heartbeat = configuration.feed().heartbeat();
        meters.gauge("linli.feed.waiting", waiting);
    }

    /** The next events, or none when patience is over; at once where there are some. */
    Uni<Outcome<FeedPage>> next(Caller caller, FeedQuestion question, int limit, Duration patience) {
        return feed.read(question, limit).chain(first -> {
            if (patience.isZero() || !(first instanceof Outcome.Done<FeedPage>(FeedPage page))) {
                return Uni.createFrom().item(first);
            }
            return page.events().isEmpty()
                    ? wait(caller, question.behind(page.behind()), limit, patience)
                    : Uni.createFrom().item(first);
        });
    }

    private Uni<Outcome<FeedPage>> wait(Caller caller, FeedQuestion question, int limit, Duration patience) {
        AtomicReference<FeedQuestion> place = new AtomicReference<>(question);
        return looks(caller, place, limit)
                .select()
                .where(FeedWaits::isWorthAnAnswer)
                .toUni()
                .ifNoItem()
                .after(patience)
                .recoverWithUni(() -> look(caller, place, limit));
    }

    /**
     * Every page of a feed from a place on, until a moment or until the role is gone; an empty one where somebody
     * should hear that the line is alive.
     */
    Multi<FeedPage> follow(Caller caller, FeedQuestion question, int limit, Instant until) {
        AtomicReference<FeedQuestion> place = new AtomicReference<>(question);
        Duration life = Duration.between(Instant.now(), until);
        return looks(caller, place, limit)
                .onItem()
                .transformToMultiAndConcatenate(first -> untilEnd(caller, place, limit, first))
                .select()
                .first(Outcome.Done.class::isInstance)
                .onItem()
                .transform(page -> ((Outcome.Done<FeedPage>) page).value())
                .select()
                .first(life.isNegative() ? Duration.ZERO : life);
    }

    private Multi<Outcome<FeedPage>> untilEnd(
            Caller caller, AtomicReference<FeedQuestion> place, int limit, Outcome<FeedPage> outcome) {
        if (!(outcome instanceof Outcome.Done<FeedPage>(FeedPage page)) || page.isEnd()) {
            return Multi.createFrom().item(outcome);
        }
        return Multi.createBy()
                .concatenating()
                .streams(
                        Multi.createFrom().item(outcome),
                        Multi.createFrom()
                                .deferred(() -> look(caller, place, limit)
                                        .onItem()
                                        .transformToMulti(more -> untilEnd(caller, place, limit, more))));
    }

    /** A look now, one whenever the feed grew, and one with each heartbeat; one after the other. */
    private Multi<Outcome<FeedPage>> looks(Caller caller, AtomicReference<FeedQuestion> place, int limit) {
        Multi<String> beats = Multi.createFrom()
                .ticks()
                .startingAfter(heartbeat)
                .every(heartbeat)
                .onOverflow()
                .drop()
                .map(tick -> "");
        return Multi.createBy()
                .merging()
                .streams(wakes.of(place.get().district()), Multi.createFrom().item(""), beats)
                .onOverflow()
                .dropPreviousItems()
                .onItem()
                .transformToUniAndConcatenate(look -> look(caller, place, limit))
                .onSubscription()
                .invoke(waiting::incrementAndGet)
                .onTermination()
                .invoke(waiting::decrementAndGet);
    }

    private Uni<Outcome<FeedPage>> look(Caller caller, AtomicReference<FeedQuestion> place, int limit) {
        return feed.stillMay(caller, place.get())
                .chain(may -> may
                        ? feed.read(place.get(), limit)
                        : Uni.createFrom().item(Outcome.<FeedPage>refused(KitRefusal.FORBIDDEN)))
                .invoke(outcome -> {
                    if (outcome instanceof Outcome.Done<FeedPage>(FeedPage page)) {
                        place.set(place.get().behind(page.behind()));
                    }
                });
    }

    private static boolean isWorthAnAnswer(Outcome<FeedPage> outcome) {
        return !(outcome instanceof Outcome.Done<FeedPage>(FeedPage page))
                || !page.events().isEmpty();
    }
}
