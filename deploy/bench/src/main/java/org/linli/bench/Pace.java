package org.linli.bench;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Two ways to load something: as fast as some callers can, or at a fixed rate whatever happens. */
final class Pace {
    private static final long LONGEST_MICROS = TimeUnit.SECONDS.toMicros(60);
    /** More than this are not begun at the same time: the rate was too high, and the figures say so. */
    private static final int MOST_OPEN = 20_000;

    private Pace() {}

    /** Something that is begun at a fixed rate. */
    interface Act {
        /**
         * Begins it.
         *
         * @param number of the act, from 0
         * @param due when it had to begin, by {@link System#nanoTime()}: whatever it measures itself counts from there
         */
        CompletionStage<?> begin(int number, long due);
    }

    /** Done per second by callers of whom each begins anew as soon as it is done. */
    static double flatOut(int callers, Duration time, IntFunction<CompletionStage<?>> act) {
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        AtomicLong done = new AtomicLong();
        CompletableFuture<?>[] all = new CompletableFuture<?>[callers];
        for (int caller = 0; caller < callers; caller++) {
            all[caller] = new CompletableFuture<Void>();
            again(caller, end, act, done, all[caller]);
        }
        CompletableFuture.allOf(all)
                .orTimeout(time.toSeconds() + 60, TimeUnit.SECONDS)
                .join();
        return done.get() * 1e9 / (System.nanoTime() - begun);
    }

    /** A number of acts, by callers of whom each begins the next one as soon as it is done. */
    static void all(int callers, int acts, IntFunction<CompletionStage<?>> act) {
        Semaphore free = new Semaphore(callers);
        CompletableFuture<?>[] all = new CompletableFuture<?>[acts];
        for (int number = 0; number < acts; number++) {
            free.acquireUninterruptibly();
            all[number] = act.apply(number)
                    .whenComplete((result, failure) -> free.release())
                    .toCompletableFuture();
        }
        CompletableFuture.allOf(all).orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static void again(
            int caller, long end, IntFunction<CompletionStage<?>> act, AtomicLong done, CompletableFuture<?> finished) {
        if (System.nanoTime() >= end) {
            finished.complete(null);
            return;
        }
        begun(caller, act).whenComplete((result, failure) -> {
            if (failure != null) {
                finished.completeExceptionally(failure);
                return;
            }
            done.incrementAndGet();
            again(caller, end, act, done, finished);
        });
    }

    /** What does not even begin has failed as well: whoever waits for its end hears of it. */
    private static CompletionStage<?> begun(int caller, IntFunction<CompletionStage<?>> act) {
        try {
            return act.apply(caller);
        } catch (RuntimeException trouble) {
            return CompletableFuture.failedFuture(trouble);
        }
    }

    /**
     * Microseconds from the moment each act was due to its end. Acts begin at a fixed rate, also while others hang:
     * what waits in a queue is counted (no coordinated omission).
     */
    static Histogram steady(double perSecond, Duration time, Act act) {
        Recorder recorder = new Recorder(LONGEST_MICROS, 3);
        Semaphore open = new Semaphore(MOST_OPEN);
        AtomicReference<Throwable> trouble = new AtomicReference<>();
        long interval = Math.max(1, (long) (1e9 / perSecond));
        long begun = System.nanoTime();
        int number = 0;
        for (long due = begun; due < begun + time.toNanos() && trouble.get() == null; due += interval) {
            waitUntil(due);
            open.acquireUninterruptibly();
            long from = due;
            act.begin(number++, due).whenComplete((result, failure) -> {
                long micros = (System.nanoTime() - from) / 1000;
                recorder.recordValue(Math.min(micros, LONGEST_MICROS));
                if (failure != null) {
                    trouble.compareAndSet(null, failure);
                }
                open.release();
            });
        }
        awaitAll(open);
        if (trouble.get() != null) {
            throw new IllegalStateException("an act failed", trouble.get());
        }
        return recorder.getIntervalHistogram();
    }

    /** Microseconds of each of a number of acts, by callers of whom each begins the next one as soon as it is done. */
    static Histogram each(int callers, int acts, IntFunction<CompletionStage<?>> act) {
        Recorder recorder = new Recorder(LONGEST_MICROS, 3);
        all(callers, acts, number -> {
            long begun = System.nanoTime();
            return act.apply(number)
                    .thenRun(() -> recorder.recordValue(Math.min((System.nanoTime() - begun) / 1000, LONGEST_MICROS)));
        });
        return recorder.getIntervalHistogram();
    }

    private static void awaitAll(Semaphore open) {
        try {
            if (!open.tryAcquire(MOST_OPEN, 60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("not everything that was begun came to an end within a minute");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurry);
        }
    }

    static void waitUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** A percentile in milliseconds. */
    static double milliseconds(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1000.0;
    }
}
