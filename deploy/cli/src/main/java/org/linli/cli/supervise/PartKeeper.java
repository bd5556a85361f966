package org.linli.cli.supervise;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps one part running: starts it when what it needs is there, watches it, starts it again when it ends. */
final class PartKeeper implements Runnable {
    private static final Logger LOG = Logger.getLogger("supervisor");
    private static final Duration WHILE_STARTING = Duration.ofMillis(150);
    private static final Duration WHILE_HEALTHY = Duration.ofSeconds(5);
    /** A process that says nothing for this long is considered hung; a loaded machine may need half of it. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(90);
    /** Before it was ready for the first time, silence is starting: on a loaded machine that takes minutes. */
    private static final Duration LONGEST_FIRST_SILENCE = Duration.ofMinutes(5);

    /** Longer than the first start of PostgreSQL, which unpacks its programs and creates its files. */
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private static final Duration UNREADY_PATIENCE = Duration.ofSeconds(5);

    private final Part part;
    private final Board board;
    private final Backoff backoff = new Backoff();
    private final Thread thread;
    private volatile Running running;
    /** Whether this start came as far as being usable. */
    private volatile boolean settled;

    private final CountDownLatch stopping = new CountDownLatch(1);

    PartKeeper(Part part, Board board) {
        this.part = part;
        this.board = board;
        this.thread = new Thread(this, "keeper of " + part.name());
        thread.setDaemon(true);
    }

    void begin() {
        thread.start();
    }

    /** Ends the part and its keeper. Nothing is interrupted: an interrupt would tear the state file in the writing. */
    void stop(boolean hurry) {
        board.change(part.name(), state -> state.entered(Phase.STOPPING, "", Instant.now()));
        stopping.countDown();
        board.wake();
        endRunning(hurry);
        try {
            thread.join(LONGEST_START);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        endRunning(hurry);
        board.change(part.name(), state -> state.stopped(Instant.now()));
    }

    private void endRunning(boolean hurry) {
        Running now = running;
        if (now != null && now.isAlive()) {
            // What was never ready is not worth the time it takes to write down what its JVM learned.
            boolean byItself = now.stop(settled ? part.stopPatience(hurry) : UNREADY_PATIENCE);
            if (settled && byItself) {
                part.ended();
            }
        }
    }

    @Override
    public void run() {
        try {
            board.awaitReadyOnce(part.after(), this::isStopping);
            keep();
        } catch (InterruptedException unexpected) {
            LOG.log(Level.SEVERE, "the keeper of " + part.name() + " was interrupted", unexpected);
        }
    }

    private void keep() throws InterruptedException {
        while (!isStopping()) {
            Instant begun = Instant.now();
            settled = false;
            String why = startAndWatch();
            if (isStopping()) {
                return;
            }
            LOG.log(Level.WARNING, "{0} {1}; it is started again", new Object[] {part.name(), why});
            if (!settled) {
                part.failedToStart();
            }
            board.change(part.name(), state -> state.ended(why, Instant.now()));
            Duration pause = backoff.afterRunning(Duration.between(begun, Instant.now()));
            stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private String startAndWatch() throws InterruptedException {
        try {
            running = part.start();
        } catch (IOException | RuntimeException | LinkageError cannotStart) {
            LOG.log(Level.WARNING, "cannot start " + part.name(), cannotStart);
            return "cannot be started: " + cannotStart;
        }
        ProcessIdentity identity = ProcessIdentity.of(running.pid()).orElse(null);
        board.change(part.name(), state -> state.started(identity, Instant.now()));
        return watch();
    }

    private String watch() throws InterruptedException {
        Instant heard = Instant.now();
        while (!isStopping() && !running.awaitEnd(settled ? WHILE_HEALTHY : WHILE_STARTING)) {
            Health health = part.health();
            if (health.ready() && !settled) {
                health = settle();
                settled = health.ready();
            }
            note(health);
            if (health.alive()) {
                heard = Instant.now();
            } else if (isHung(Duration.between(heard, Instant.now()))) {
                running.stop(UNREADY_PATIENCE);
                return "was silent for too long: " + health.detail();
            }
        }
        return "ended";
    }

    private boolean isHung(Duration silence) {
        return silence.compareTo(settled ? LONGEST_SILENCE : LONGEST_FIRST_SILENCE) > 0;
    }

    private Health settle() throws InterruptedException {
        try {
            part.settle();
            return Health.GOOD;
        } catch (InterruptedException asked) {
            throw asked;
        } catch (Exception notYet) {
            LOG.log(Level.WARNING, part.name() + " answers but cannot be prepared yet", notYet);
            return Health.notReady("cannot be prepared: " + notYet.getMessage());
        }
    }

    private void note(Health health) {
        if (isStopping()) {
            return;
        }
        Phase phase = health.ready() ? Phase.HEALTHY : settled ? Phase.DEGRADED : Phase.STARTING;
        board.change(part.name(), state -> state.entered(phase, health.detail(), Instant.now()));
    }
}
