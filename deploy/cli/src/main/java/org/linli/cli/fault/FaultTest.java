package org.linli.cli.fault;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.linli.cli.DemoData;
import org.linli.cli.Docker;
import org.linli.cli.LinliHome;
import org.linli.cli.Ports;
import org.linli.cli.Refusal;
import org.linli.cli.Screen;
import org.linli.cli.TemporaryCity;
import org.linli.cli.Workplace;
import org.linli.cli.embedded.LocalPostgres;
import org.linli.cli.embedded.LogFormat;

/**
 * {@code ./linli test --faults} (reliability, guards 2 to 5 and 9): starts a whole city, lets people act through its
 * gateway, kills, cuts and slows it down meanwhile by a plan that follows from a seed, and accounts for every act.
 */
public final class FaultTest {
    private static final int JOINING_AT_ONCE = 8;
    private static final int CLIENTS_AN_ORGANISER = 15;
    /** Nobody begins to hold one later before the planned end of the faults. */
    private static final Duration LAST_SESSION = Duration.ofSeconds(60);

    private final FaultOptions options;
    private final Screen screen;
    private final Tally tally = new Tally();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();
    /** Whether the faults are over, so that nothing new need begin. */
    private volatile boolean closing;

    private volatile Instant begun;

    public FaultTest(FaultOptions options, Screen screen) {
        this.options = options;
        this.screen = screen;
    }

    /** Who does the faults of a plan, and returns when everything that was hit is well again. */
    interface Hand {
        List<Strike> carryOut(FaultPlan plan) throws InterruptedException;
    }

    /** Runs it; answers whether everything was as it must be. */
    public boolean run() throws IOException, InterruptedException {
        LogFormat.silenceLibraries();
        screen.line("Seed " + options.seed() + "; the same again: " + options.again());
        Optional<URI> gateway = options.gateway();
        return gateway.isPresent() ? inContainers(gateway.get()) : inACityOfItsOwn();
    }

    private boolean inACityOfItsOwn() throws IOException, InterruptedException {
        FaultPlan plan = FaultPlan.of(options.seed(), options.kills(), options.length());
        Ports ports = TemporaryCity.freePorts();
        Path points = Files.createTempDirectory("linli-fault-points");
        try (Wires wires = new Wires(ports);
                TemporaryCity city = TemporaryCity.start(ports, environment(wires, points), screen);
                Groups groups = new Groups(city.workplace().kafka())) {
            Path logs = city.workplace().repository().resolve("deploy/cli/target/faults");
            try {
                Hand saboteur = new Saboteur(city, wires, groups, points)::carryOut;
                return run(plan, city.workplace(), city.city().database(), saboteur, groups);
            } finally {
                city.keepLogs(logs);
                screen.line("The logs of the city are in " + logs + ".");
            }
        } finally {
            new LinliHome(points).delete();
        }
    }

    /** The containers of a demo that runs with deploy/docker-compose.faults.yml; whichever replica comes is killed. */
    private boolean inContainers(URI gateway) throws InterruptedException {
        Workplace workplace = Workplace.here().elsewhere(gateway);
        new DemoData(workplace).load().forEach(screen::line);
        String project = options.project()
                .or(() -> Docker.projectAt(gateway))
                .orElseThrow(() -> new Refusal("No container of this machine listens at " + gateway + "."));
        Containers containers = new Containers(project, options.seed());
        screen.line("Containers: " + containers.described(FaultPlan.TARGETS) + ".");
        FaultPlan plan = FaultPlan.ofKills(options.seed(), options.kills(), options.length());
        try (Groups groups = new Groups(workplace.kafka())) {
            return run(plan, workplace, workplace.databaseElsewhere(), containers::carryOut, groups);
        }
    }

    private static Map<String, String> environment(Wires wires, Path points) {
        Map<String, String> environment = new HashMap<>(wires.environment());
        environment.put("LINLI_FAULT_POINTS", points.toString());
        // who is killed learns nothing for the next start, and is slower for the attempt
        environment.put("LINLI_STARTUP_CACHE", "off");
        // a city's own policy, so short that what time does is done often within the minutes of the test
        environment.put("LINLI_ACTIVITY_SIGN_UPS_OFFER_FOR", "PT15S");
        environment.put("LINLI_ACTIVITY_SIGN_UPS_CLOSES_BEFORE", "PT5S");
        environment.put("LINLI_ACTIVITY_CHECK_IN_SESSION_CLOSES_AFTER", "PT60S");
        environment.put("LINLI_POINTS_REDEMPTION_PATIENCE", "PT20S");
        return environment;
    }

    private boolean run(FaultPlan plan, Workplace workplace, LocalPostgres database, Hand hand, Groups groups)
            throws InterruptedException {
        Neighbourhood neighbourhood = new Neighbourhood(workplace, tally, options.seed());
        Reconciliation reconciliation = new Reconciliation(neighbourhood, new Tables(database), groups);
        List<Runnable> people = people(neighbourhood);
        screen.line(neighbourhood.residents().size() + " residents and "
                + neighbourhood.volunteers().size()
                + " volunteers have joined; " + plan.kills()
                + " processes are killed within " + options.length().toSeconds() + " s.");
        tally.beginGaps();
        begun = Instant.now();
        Report report = new Report(screen, tally, neighbourhood, begun);
        List<Strike> strikes;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Auditor auditor = Auditor.begin(neighbourhood, broken)) {
            people.forEach(one -> threads.execute(() -> live(one)));
            strikes = hand.carryOut(plan);
            closing = true;
            screen.line("The faults are over after " + report.seconds() + " s; what was begun is brought to its end.");
        }
        tally.endGaps();
        screen.line("Everybody has finished after " + report.seconds() + " s; every act is accounted for now.");
        List<String> findings = new ArrayList<>(broken);
        findings.addAll(reconciliation.findings());
        findings.addAll(tally.bugs());
        strikes.stream()
                .filter(strike -> !strike.trouble().isEmpty())
                .map(strike -> strike.fault().target() + ", " + strike.fault().kind() + ": " + strike.trouble())
                .forEach(findings::add);
        report.print(strikes, findings);
        return findings.isEmpty();
    }

    /** Everybody who acts, once they have joined. */
    private List<Runnable> people(Neighbourhood neighbourhood) throws InterruptedException {
        List<Callable<Runnable>> all = new ArrayList<>();
        for (int number = 0; number < options.clients() / CLIENTS_AN_ORGANISER; number++) {
            Random random = new Random(options.seed() - 1 - number);
            all.add(() -> Organiser.gather(neighbourhood, random, this::isTooLateForASession));
        }
        for (int number = 0; number < options.clients(); number++) {
            Random random = new Random(options.seed() + number);
            all.add(() -> new Neighbour(
                    neighbourhood, neighbourhood.resident(), neighbourhood.volunteer(), random, () -> closing));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(JOINING_AT_ONCE)) {
            List<Runnable> joined = new ArrayList<>();
            for (Future<Runnable> one : threads.invokeAll(all)) {
                joined.add(one.get());
            }
            return joined;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        }
    }

    /** A session takes longer than an order. */
    private boolean isTooLateForASession() {
        return closing || Instant.now().isAfter(begun.plus(options.length()).minus(LAST_SESSION));
    }

    /** Nobody has to end before the day does: if somebody must, an act came to nothing, or to something else. */
    private void live(Runnable one) {
        try {
            one.run();
        } catch (RuntimeException gaveUp) {
            broken.add(
                    "a client had to give up (its last act may stand below as one too many): " + gaveUp.getMessage());
        }
    }
}
