package org.linli.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
        private static final List<String> COLUMNS = List.of("table", "division", "period", "figure", "kept", "counted");

        @Option(names = "--repair", description = "Put the recounted figures in the place of wrong ones.")
        private boolean repair;

        private final Screen screen = Screen.standard();

        @Override
        public Integer call() {
            Workplace workplace = Workplace.here();
            workplace.running(3);
            GatewayClient operator = workplace.gatewayAs("operator");
            List<String> wrong = SERVICES.stream()
                    .filter(service -> !isSound(service, operator))
                    .toList();
            screen.line(wrong.isEmpty() ? "Every figure is right." : "The figures of " + wrong + " are NOT right.");
            return wrong.isEmpty() ? 0 : 1;
        }

        private boolean isSound(String service, GatewayClient operator) {
            String path = "/api/v1/operations/" + service + "/statistics/recount";
            Answer answer = operator.post(path, Map.of("repair", repair)).expect(200);
            JsonNode found = answer.body();
            screen.line("%s: %s rows compared, %s differences%s"
                    .formatted(
                            service,
                            found.path("rowsCompared").asText(),
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
