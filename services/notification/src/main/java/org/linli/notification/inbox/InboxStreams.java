package org.linli.notification.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.linli.notification.wake.Wakes;

/**
 * Live inboxes by server-sent events. A stream remembers the last number it sent; whenever its account is woken, and
 * every {@link #HEARTBEAT} anyway, it reads what is newer from the database. So nothing is lost and nothing comes
 * twice, whichever replica it is on. It ends with the token it was opened with.
 */
@ApplicationScoped
class InboxStreams {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int AT_ONCE = 100;

    private final InboxUseCase inbox;
    private final Wakes wakes;
    private final Sse sse;
    private final AtomicLong open = new AtomicLong();

    @Inject
    InboxStreams(InboxUseCase inbox, Wakes wakes, Sse sse, MeterRegistry meters) {
        this.inbox = inbox;
        this.wakes = wakes;
        this.sse = sse;
        meters.gauge("linli.inbox.streams", open);
    }

    /**
     * Opens a stream behind {@code lastEventId} (without one, behind the newest message) that ends at {@code until}.
     */
    Multi<OutboundSseEvent> open(UUID account, Instant until, String lastEventId, Locale language) {
        Duration life = Duration.between(Instant.now(), until);
        return start(account, lastEventId)
                .onItem()
                .transformToMulti(from -> follow(account, from, language))
                .select()
                .first(life.isNegative() ? Duration.ZERO : life)
                .onSubscription()
                .invoke(open::incrementAndGet)
                .onTermination()
                .invoke(open::decrementAndGet);
    }

    private Uni<Long> start(UUID account, String lastEventId) {
        long asked =
                lastEventId != null && lastEventId.matches("\\d{1,18}") ? Long.parseLong(lastEventId) : Long.MAX_VALUE;
        // a number beyond the newest is of another life of this inbox
        return inbox.summary(account).map(summary -> Math.min(asked, summary.newest()));
    }

    private Multi<OutboundSseEvent> follow(UUID account, long from, Locale language) {
        AtomicLong sent = new AtomicLong(from);
        Multi<Boolean> beats = Multi.createFrom()
                .ticks()
                .startingAfter(HEARTBEAT)
                .every(HEARTBEAT)
                .onOverflow()
                .drop()
                .map(tick -> true);
        Multi<Boolean> woken = wakes.of(account).map(wake -> false);
        return Multi.createBy()
                .merging()
                .streams(Multi.createFrom().item(true), woken, beats)
                .onOverflow()
                .dropPreviousItems()
                .onItem()
                .transformToMultiAndConcatenate(beat -> next(account, sent, beat, language));
    }

    /** Whatever is newer than the last message sent; a heartbeat says at least that the line is alive. */
    private Multi<OutboundSseEvent> next(UUID account, AtomicLong sent, boolean beat, Locale language) {
        return inbox.after(account, sent.get(), AT_ONCE, language).onItem().transformToMulti(messages -> {
            if (messages.isEmpty()) {
                return beat
                        ? Multi.createFrom().item(heartbeat())
                        : Multi.createFrom().empty();
            }
            sent.set(messages.getLast().sequence());
            Multi<OutboundSseEvent> events = Multi.createFrom().iterable(events(messages));
            return messages.size() < AT_ONCE
                    ? events
                    : Multi.createBy()
                            .concatenating()
                            .streams(events, Multi.createFrom().deferred(() -> next(account, sent, false, language)));
        });
    }

    private List<OutboundSseEvent> events(List<Message> messages) {
        return messages.stream()
                .map(message -> sse.newEventBuilder()
                        .id(Long.toString(message.sequence()))
                        .name("message")
                        .data(Message.class, message)
                        .build())
                .toList();
    }

    private OutboundSseEvent heartbeat() {
        return sse.newEventBuilder().comment("alive").build();
    }
}
