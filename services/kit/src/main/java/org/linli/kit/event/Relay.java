package org.linli.kit.event;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Carries the outbox to Kafka. One thread a replica; of all replicas one works at a time. Woken in process after a
 * commit, polling for the rest. It never gives up: whatever fails is tried again in a new round.
 */
@ApplicationScoped
public class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration BUSY = Duration.ofMillis(20);
    private static final Duration IDLE = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final RelayRound round;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private volatile String trouble;
    private Thread worker;

    @Inject
    Relay(RelayRound round) {
        this.round = round;
    }

    /** Something was committed: look at the outbox now. Cheap, never blocks. */
    public void wake() {
        if (wake.availablePermits() == 0) {
            wake.release();
        }
    }

    /** Why the last round failed; null if it did not. */
    public String trouble() {
        return trouble;
    }

    void start(@Observes StartupEvent event) {
        running = true;
        worker = Thread.ofPlatform().name("outbox-relay").daemon().start(this::work);
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        worker.interrupt();
    }

    private void work() {
        Duration pause = IDLE;
        while (running) {
            try {
                int sent = round.run();
                trouble = null;
                if (sent == RelayRound.LIMIT) {
                    continue;
                }
                pause = sent > 0 ? BUSY : IDLE.compareTo(pause.multipliedBy(2)) < 0 ? IDLE : pause.multipliedBy(2);
            } catch (SQLException | RelayRound.SendFailed failure) {
                remember(failure);
                pause = AFTER_FAILURE;
            } catch (RuntimeException failure) {
                remember(failure);
                pause = AFTER_FAILURE;
            }
            sleep(pause);
        }
        // closing the producer must not be cut short by the interrupt that ended the loop
        Thread.interrupted();
        round.close();
    }

    private void remember(Exception failure) {
        if (running && trouble == null) {
            LOG.warnf("the outbox cannot be carried to Kafka for now: %s", failure.getMessage());
        }
        trouble = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private void sleep(Duration pause) {
        try {
            wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
