package org.linli.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./linli statistics}: whether the kept figures are those that a recount finds. */
@Command(
        name = "statistics",
        description = "Questions about the figures of the city.",
        mixinStandardHelpOptions = true,
        subcommands = StatisticsCommand.Verify.class)
final class StatisticsCommand {
    private StatisticsCommand() {}

    /** The recount: every service counts its figures again from what they are made of. */
    @Command(
            name = "verify",
            description = "Counts every figure again and compares it with the one that is kept.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:every figure is right", "1:one is not, or could not be asked", "3:Linli is not running"})
    static final class Verify implements Callable<Integer> {
        private static final List<String> SERVICES = List.of("registration", "activity");
        private static final Duration ON_THE_WAY = Duration.ofMinutes(1);
        private static final Duration PAUSE = Duration.ofSeconds(1);
        private static final List<String> COLUMNS = List.of("table", "division", "period", "figure", "kept", "counted");

        @Option(names = "--repair", description = "Put the recounted figures in the place of wrong ones.")
        private boolean repair;

        @Mixin
        private AtGateway at;

        private final Screen screen = Screen.standard();

        @Override
        public Integer call() {
            Workplace workplace = at.workplace();
            GatewayClient operator = workplace.gatewayAs("operator");
            List<String> wrong = SERVICES.stream()
                    .filter(service -> !isSound(service, recount(service, operator, repair)))
                    .toList();
            boolean same = Waiting.until(() -> sameHours(operator), ON_THE_WAY, PAUSE);
            if (!same) {
                screen.line("Registration and activity do not keep the same hours.");
            }
            boolean right = wrong.isEmpty() && same;
            if (!wrong.isEmpty()) {
                screen.line("The figures of " + String.join(" and ", wrong) + " are NOT right.");
            }
            screen.line(right ? "Every figure is right." : "Not every figure is right.");
            return right ? 0 : 1;
        }

        private static JsonNode recount(String service, GatewayClient operator, boolean repair) {
            String path = "/api/v1/operations/" + service + "/statistics/recount";
            return operator.post(path, Map.of("repair", repair)).expect(200).body();
        }

        /** Registration hears of hours a moment later than activity counts them. */
        private static boolean sameHours(GatewayClient operator) {
            return SERVICES.stream()
                            .map(service -> recount(service, operator, false)
                                    .path("minutes")
                                    .asLong())
                            .distinct()
                            .count()
                    == 1;
        }

        private boolean isSound(String service, JsonNode found) {
            screen.line("%s: %s rows compared, %s minutes counted, %s differences%s"
                    .formatted(
                            service,
                            found.path("rowsCompared").asText(),
                            found.path("minutes").asText(),
                            found.path("differenceCount").asText(),
                            found.path("repaired").asBoolean(false) ? ", repaired" : ""));
            if (!found.path("differences").isEmpty()) {
                screen.table(table(found.path("differences")));
            }
            return found.path("sound").asBoolean(false);
        }

        private static List<List<String>> table(JsonNode differences) {
            List<List<String>> rows = new ArrayList<>();
            rows.add(COLUMNS);
            differences.forEach(difference -> rows.add(COLUMNS.stream()
                    .map(column -> difference.path(column).asText(""))
                    .toList()));
            return rows;
        }
    }
}
