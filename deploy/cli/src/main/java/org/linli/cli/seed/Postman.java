package org.linli.cli.seed;

import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.linli.cli.Answer;
import org.linli.cli.Refusal;
import org.linli.cli.Waiting;

/** Sends calls, a bounded number at once, and again if the platform says that it cannot right now. */
final class Postman {
    /** A whole service may be restarted in between. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private Postman() {}

    /**
     * Hands every item to the work, so many at the same time. Items are taken when there is a hand free for them, so no
     * more are held than are worked on. The first failure ends everything and is thrown.
     */
    static <T> void deliver(Iterator<T> items, int atOnce, Consumer<T> work) {
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        Runnable hand = () -> {
            T item = next(items, failure);
            while (item != null) {
                try {
                    work.accept(item);
                } catch (RuntimeException failed) {
                    failure.compareAndSet(null, failed);
                }
                item = next(items, failure);
            }
        };
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(IntStream.range(0, atOnce)
                            .mapToObj(number -> CompletableFuture.runAsync(hand, hands))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private static <T> T next(Iterator<T> items, AtomicReference<RuntimeException> failure) {
        synchronized (items) {
            return failure.get() == null && items.hasNext() ? items.next() : null;
        }
    }

    /** The answer of a call that may be repeated, once the platform has one. */
    static Answer untilAnswered(Supplier<Answer> call) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Duration pause = PAUSE;
            try {
                Answer answer = call.get();
                if (!isForLater(answer)) {
                    return answer;
                }
                if (System.nanoTime() > end) {
                    return answer.expectSuccess();
                }
                pause = answer.headers()
                        .firstValue("Retry-After")
                        .filter(seconds -> seconds.matches("\\d{1,3}"))
                        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                        .orElse(PAUSE);
            } catch (Refusal silent) {
                if (silent.exitCode() != 3 || System.nanoTime() > end) {
                    throw silent;
                }
            }
            Waiting.pause(pause);
        }
    }

    private static boolean isForLater(Answer answer) {
        return switch (answer.status()) {
            case 429, 502, 503, 504 -> true;
            case 409 -> "not-known-yet".equals(answer.code()) || "idempotency-key-in-flight".equals(answer.code());
            default -> false;
        };
    }
}
