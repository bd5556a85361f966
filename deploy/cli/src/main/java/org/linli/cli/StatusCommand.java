package org.linli.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.linli.cli.embedded.PostgresPart;
import org.linli.cli.supervise.CityState;
import org.linli.cli.supervise.Health;
import org.linli.cli.supervise.HttpHealth;
import org.linli.cli.supervise.PartState;
import org.linli.cli.supervise.Phase;
import org.linli.cli.supervise.ProcessIdentity;
import picocli.CommandLine.Command;

/** {@code ./linli status}: everything on one page. */
@Command(
        name = "status",
        description = "Shows every part with its process, port, state, uptime, memory and what fails.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything is healthy", "1:something is not", "3:Linli is not running"})
final class StatusCommand implements Callable<Integer> {
    private static final String NONE = "-";

    private final Screen screen = Screen.standard();
    private final List<String> troubles = new ArrayList<>();

    @Override
    public Integer call() {
        Workplace workplace = Workplace.here();
        CityState state = workplace.running(3);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("PART", "STATE", "PORT", "PID", "UPTIME", "MEMORY", "RESTARTS"));
        String own = Long.toString(state.supervisor().pid());
        String memory = megabytes(resident(state.supervisor()));
        rows.add(List.of("supervisor", "healthy", NONE, own, since(state.since()), memory, NONE));
        state.parts().forEach(part -> rows.add(row(part, state.supervisor())));
        screen.line("Linli at " + workplace.gatewayUrl() + ", up for " + since(state.since()) + ", "
                + megabytes(totalMemory(state)) + " in all");
        screen.line("");
        screen.table(rows);
        if (!troubles.isEmpty()) {
            screen.line("");
            troubles.forEach(trouble -> screen.line("  ! " + trouble));
        }
        Addresses.print(workplace, screen);
        return troubles.isEmpty() ? 0 : 1;
    }

    private List<String> row(PartState part, ProcessIdentity supervisor) {
        Health health = healthNow(part);
        boolean healthy = part.phase() == Phase.HEALTHY
                && health.ready()
                && health.detail().isEmpty();
        if (!healthy) {
            String detail = health.detail().isEmpty() ? part.detail() : health.detail();
            troubles.add(part.name() + ": " + (detail.isEmpty() ? word(part.phase()) : detail));
        }
        String word = healthy ? "healthy" : part.phase() == Phase.HEALTHY ? "degraded" : word(part.phase());
        boolean own = isOwnProcess(part, supervisor);
        return List.of(
                part.name(),
                word,
                Integer.toString(part.port()),
                own ? Long.toString(part.process().pid()) : NONE,
                part.started() == null ? NONE : since(part.started()),
                own ? megabytes(memory(part)) : NONE,
                Integer.toString(part.restarts()));
    }

    /** The page of all checks, which also names what does not stop the service from being used. */
    private static Health healthNow(PartState part) {
        return part.phase() == Phase.HEALTHY && LocalCity.APPLICATIONS.contains(part.name())
                ? HttpHealth.of(part.port(), "/q/health")
                : new Health(part.phase() == Phase.HEALTHY, true, part.detail());
    }

    private static String word(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    private static String since(Instant start) {
        return Durations.inWords(Duration.between(start, Instant.now()));
    }

    private static long totalMemory(CityState state) {
        long parts = state.parts().stream()
                .filter(part -> isOwnProcess(part, state.supervisor()))
                .mapToLong(StatusCommand::memory)
                .sum();
        return parts + resident(state.supervisor());
    }

    private static boolean isOwnProcess(PartState part, ProcessIdentity supervisor) {
        return part.process() != null && !part.process().equals(supervisor);
    }

    /** Kilobytes; PostgreSQL is many processes, of which the pages they share are counted once. */
    private static long memory(PartState part) {
        long pid = part.process().pid();
        Stream<ProcessHandle> children = part.name().equals(PostgresPart.NAME)
                ? ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants)
                : Stream.empty();
        return resident(part.process())
                + children.mapToLong(child -> field(child.pid(), "RssAnon:")).sum();
    }

    private static long resident(ProcessIdentity process) {
        return field(process.pid(), "VmRSS:");
    }

    private static long field(long pid, String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException | java.io.UncheckedIOException notLinuxOrGone) {
            return 0;
        }
    }

    private static String megabytes(long kilobytes) {
        return kilobytes == 0 ? NONE : (kilobytes / 1024) + " MB";
    }
}
