package org.linli.cli.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.linli.cli.Docker;
import org.linli.cli.Refusal;
import org.linli.cli.Waiting;
import org.linli.cli.embedded.KafkaPart;
import org.linli.cli.embedded.PostgresPart;

/**
 * The containers of a project of docker compose, asked of the docker command. Everything in a container but its first
 * process, which only hands on its end, dies by signal 9 from within; the engine starts it again by its restart policy.
 * (After {@code docker kill} it would not: that counts as being stopped by hand.)
 */
final class Containers {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Map<String, String> NAMES = Map.of(PostgresPart.NAME, "postgres", KafkaPart.NAME, "kafka");

    private final String project;
    private final Random random;

    Containers(String project, long seed) {
        this.project = project;
        this.random = new Random(seed);
    }

    /** Does the faults of a plan one after the other, each when its time has come and the one before is well again. */
    List<Strike> carryOut(FaultPlan plan) {
        long begun = System.nanoTime();
        List<Strike> strikes = new ArrayList<>();
        for (FaultPlan.Planned planned : plan.faults()) {
            Duration wait = planned.at().minusNanos(System.nanoTime() - begun);
            if (wait.isPositive()) {
                Waiting.pause(wait);
            }
            try {
                strikes.add(Strike.done(planned, killAndAwait(planned.fault().target())));
            } catch (Refusal failed) {
                strikes.add(Strike.failed(planned, failed.getMessage()));
            }
        }
        return strikes;
    }

    /** Kills one container of that part and waits until it is well again; how long that took. */
    private Duration killAndAwait(String part) {
        List<String> replicas = replicas(part);
        String victim = replicas.get(random.nextInt(replicas.size()));
        awaitHealthy(victim, part, "");
        String started = started(victim);
        long begun = System.nanoTime();
        // ends with the number of the signal, or with the connection: what counts is that it comes back as another
        Docker.ask("exec", "-u", owner(part, victim), victim, "bash", "-c", "kill -9 -1");
        awaitHealthy(victim, part, started);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** As whom its processes run; the entry point of PostgreSQL begins as root, which may signal nobody there. */
    private static String owner(String part, String container) {
        return part.equals(PostgresPart.NAME) ? "postgres" : inspect(container, "{{.Config.User}}");
    }

    /** How many containers each of these parts has, as "2 activity, 1 gateway". */
    String described(List<String> parts) {
        return parts.stream()
                .map(part -> replicas(part).size() + " " + part)
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private List<String> replicas(String part) {
        String service = NAMES.getOrDefault(part, part).toLowerCase(Locale.ROOT);
        List<String> found = Docker.replicas(project, service);
        if (found.isEmpty()) {
            throw new Refusal("The project \"" + project + "\" has no running container of " + service + ".");
        }
        return found;
    }

    private void awaitHealthy(String container, String part, String otherThan) {
        boolean well = Waiting.until(
                () -> "healthy".equals(inspect(container, "{{.State.Health.Status}}"))
                        && !started(container).equals(otherThan),
                PATIENCE,
                LOOK);
        if (!well) {
            throw new Refusal(part + " was not healthy within " + PATIENCE.toSeconds() + " s: "
                    + inspect(container, "{{.State.Status}}"));
        }
    }

    private static String started(String container) {
        return inspect(container, "{{.State.StartedAt}}");
    }

    private static String inspect(String container, String what) {
        return Docker.ask("inspect", "-f", what, container).strip();
    }
}
