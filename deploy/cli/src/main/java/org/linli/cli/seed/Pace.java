package org.linli.cli.seed;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.linli.cli.Screen;

/** Shows how far a stage is: a bar with rate and time left on a terminal, a line now and then when piped. */
final class Pace implements AutoCloseable {
    private static final long SILENCE = Duration.ofSeconds(5).toNanos();

    private final Screen screen;
    private final String stage;
    private final long whole;
    private final ProgressBar bar;
    private final long begin = System.nanoTime();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong skipped = new AtomicLong();
    private final RecentRate recent = new RecentRate(begin);
    private long told = begin;

    Pace(Screen screen, String stage, long whole) {
        this.screen = screen;
        this.stage = stage;
        this.whole = whole;
        this.bar = screen.terminal()
                ? new ProgressBarBuilder()
                        .setTaskName(stage)
                        .setInitialMax(whole)
                        .setStyle(ProgressBarStyle.ASCII)
                        .showSpeed()
                        .setUpdateIntervalMillis(250)
                        .build()
                : null;
    }

    /** So many were done before this start. */
    void before(long count) {
        skipped.addAndGet(count);
        if (bar != null) {
            bar.stepBy(count);
        }
    }

    /** So many more are done. */
    void more(long count) {
        done.addAndGet(count);
        if (bar != null) {
            bar.stepBy(count);
        } else {
            tellNowAndThen();
        }
    }

    /** So many are done. */
    void at(long count) {
        more(Math.max(0, count - done.get() - skipped.get()));
    }

    private synchronized void tellNowAndThen() {
        long now = System.nanoTime();
        long sofar = done.get() + skipped.get();
        if (now - told < SILENCE || sofar >= whole) {
            return;
        }
        told = now;
        double rate = recent.at(now, done.get());
        screen.line("  %s: %,d of %,d (%d %%), %,.0f/s, %,.0f s left"
                .formatted(stage, sofar, whole, 100 * sofar / Math.max(whole, 1), rate, (whole - sofar) / rate));
    }

    private double rate() {
        return Math.max(done.get(), 1) / seconds();
    }

    private double seconds() {
        return Math.max((System.nanoTime() - begin) / 1e9, 0.001);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
        if (done.get() > 0) {
            screen.line("  %s: %,d in %,.1f s (%,.0f/s)".formatted(stage, done.get(), seconds(), rate()));
        } else if (skipped.get() > 0) {
            screen.line("  %s: %,d, done before".formatted(stage, skipped.get()));
        }
    }
}
