package org.linli.cli.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.linli.cli.LocalCity;
import org.linli.cli.Ports;
import org.linli.cli.Refusal;
import org.linli.cli.TemporaryCity;
import org.linli.cli.Waiting;
import org.linli.cli.fault.FaultPlan.Planned;
import org.linli.cli.supervise.Health;
import org.linli.cli.supervise.HttpHealth;
import org.linli.cli.supervise.Part;
import org.linli.cli.supervise.ProcessIdentity;
import org.linli.cli.supervise.Running;
import org.linli.wire.TcpProxy;

/**
 * Does the faults of a plan at their times, each on a thread of its own, so that a part that takes long to come back
 * does not hold up the others; nothing is hit again before it is well.
 */
final class Saboteur {
    private static final Duration REACHED_WITHIN = Duration.ofSeconds(180);
    private static final Duration REBALANCED_WITHIN = Duration.ofSeconds(120);
    private static final Duration WELL_WITHIN = Duration.ofSeconds(240);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration HEALTH_LOOK = Duration.ofMillis(250);

    private final TemporaryCity city;
    private final Parts parts;
    private final Wires wires;
    private final Groups groups;
    private final Path points;
    private final Map<String, ReentrantLock> targets = new ConcurrentHashMap<>();
    /** A machine that starts more than two parts at once would do nothing else. */
    private final Semaphore atOnce = new Semaphore(2, true);

    private final Queue<Strike> strikes = new ConcurrentLinkedQueue<>();

    /** @param points the directory whose files arm the moments */
    Saboteur(TemporaryCity city, Wires wires, Groups groups, Path points) {
        this.city = city;
        this.parts = new Parts(city);
        this.wires = wires;
        this.groups = groups;
        this.points = points;
    }

    /** Does all of it; returns when everything that was hit is well again. */
    List<Strike> carryOut(FaultPlan plan) throws InterruptedException {
        long begun = System.nanoTime();
        List<Thread> threads = plan.faults().stream()
                .map(planned -> Thread.ofVirtual().start(() -> strike(planned, begun)))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        return List.copyOf(strikes);
    }

    private void strike(Planned planned, long begun) {
        Duration wait = planned.at().minusNanos(System.nanoTime() - begun);
        if (wait.isPositive()) {
            Waiting.pause(wait);
        }
        ReentrantLock target = targets.computeIfAbsent(planned.fault().target(), fresh -> new ReentrantLock(true));
        target.lock();
        try {
            strikes.add(Strike.done(planned, strike(planned.fault())));
        } catch (Refusal failed) {
            strikes.add(Strike.failed(planned, failed.getMessage()));
        } catch (RuntimeException unexpected) {
            strikes.add(Strike.failed(planned, unexpected.toString()));
        } finally {
            target.unlock();
        }
    }

    private Duration strike(Fault fault) {
        return switch (fault) {
            case Fault.Kill kill -> inTurn(() -> parts.killAndAwait(kill.target()));
            case Fault.KillAt at -> killAt(at);
            case Fault.KillWhileRebalancing rebalancing -> inTurn(() -> killWhileRebalancing(rebalancing.target()));
            case Fault.Cut cut -> disturb(cut.wire(), cut.length(), TcpProxy::cut);
            case Fault.HalfOpen halfOpen -> disturb(halfOpen.wire(), halfOpen.length(), TcpProxy::halfOpen);
            case Fault.Slow slow -> disturb(slow.wire(), slow.length(), wire -> wire.delay(slow.latency()));
        };
    }

    private Duration inTurn(Supplier<Duration> blow) {
        atOnce.acquireUninterruptibly();
        try {
            return blow.get();
        } finally {
            atOnce.release();
        }
    }

    private Duration killAt(Fault.KillAt fault) {
        ProcessIdentity victim = parts.awaitHealthy(fault.target());
        Path point = points.resolve(fault.moment().fileOf(fault.target()));
        try {
            Files.createFile(point);
            if (!Waiting.until(() -> !Files.exists(point), REACHED_WITHIN, LOOK) && Files.deleteIfExists(point)) {
                throw new Refusal(fault.target() + " did not come to \"" + fault.kind() + "\" within "
                        + REACHED_WITHIN.toSeconds() + " s");
            }
        } catch (IOException cannotArm) {
            throw new UncheckedIOException(cannotArm);
        }
        long begun = System.nanoTime();
        parts.awaitOtherThan(fault.target(), victim);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** A second replica comes, the first dies while the work is divided anew, later the second dies too. */
    private Duration killWhileRebalancing(String service) {
        parts.awaitHealthy(service);
        Part replica = city.city().replicaOf(service, Ports.anyFree());
        try {
            Running second = replica.start();
            try {
                if (!groups.awaitRebalance(service, REBALANCED_WITHIN)) {
                    throw new Refusal("a second replica of " + service + " did not join its group within "
                            + REBALANCED_WITHIN.toSeconds() + " s");
                }
                Duration recovered = parts.killAndAwait(service);
                if (!Waiting.until(() -> replica.health().ready(), REBALANCED_WITHIN, HEALTH_LOOK)) {
                    throw new Refusal("the second replica of " + service + " did not become ready");
                }
                return recovered;
            } finally {
                ProcessIdentity.of(second.pid()).ifPresent(identity -> Parts.kill(identity, false));
            }
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
    }

    private interface Disturbance {
        void of(TcpProxy wire);
    }

    private Duration disturb(Fault.Wire which, Duration length, Disturbance disturbance) {
        TcpProxy wire = wires.of(which);
        disturbance.of(wire);
        Waiting.pause(length);
        wire.restore();
        long begun = System.nanoTime();
        Set<String> seenWell = new HashSet<>();
        if (!Waiting.until(() -> allSeenWell(seenWell), WELL_WITHIN, HEALTH_LOOK)) {
            throw new Refusal("only " + seenWell + " were well again within " + WELL_WITHIN.toSeconds() + " s after "
                    + which.words() + " was restored");
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Whether every service has said since then that nothing of it is degraded; others may be killed meanwhile. */
    private boolean allSeenWell(Set<String> seenWell) {
        for (Part part : city.city().parts()) {
            if (LocalCity.SERVICES.contains(part.name()) && !seenWell.contains(part.name())) {
                Health health = HttpHealth.of(part.port(), "/q/health");
                if (health.ready() && health.detail().isEmpty()) {
                    seenWell.add(part.name());
                }
            }
        }
        return seenWell.size() == LocalCity.SERVICES.size();
    }
}
