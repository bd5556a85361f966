package org.linli.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./linli ledger}: what an operator asks the points bank. */
@Command(
        name = "ledger",
        description = "Questions to the ledger of the points bank.",
        mixinStandardHelpOptions = true,
        subcommands = LedgerCommand.Verify.class)
final class LedgerCommand {
    private LedgerCommand() {}

    /** The reconciliation: is every sum, balance, lot and source event as it must be. */
    @Command(
            name = "verify",
            description = "Reconciles the whole ledger and prints what was compared.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:the ledger is sound", "1:it is not, or could not be asked", "3:Linli is not running"})
    static final class Verify implements Callable<Integer> {
        private final Screen screen = Screen.standard();

        @Override
        public Integer call() {
            Workplace workplace = Workplace.here();
            workplace.running(3);
            Answer answer = workplace
                    .gatewayAs("operator")
                    .get("/api/v1/ledger/verification")
                    .expect(200);
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of("WHAT", "VALUE"));
            rows("", answer.body(), rows);
            screen.table(rows);
            boolean sound = answer.body().path("sound").asBoolean(false);
            screen.line(sound ? "The ledger is sound." : "The ledger is NOT sound.");
            return sound ? 0 : 1;
        }

        private static void rows(String name, JsonNode node, List<List<String>> rows) {
            if (node.isObject()) {
                String prefix = name.isEmpty() ? "" : name + ".";
                node.properties().forEach(field -> rows(prefix + field.getKey(), field.getValue(), rows));
            } else if (node.isArray()) {
                rows.add(List.of(name, node.isEmpty() ? "none" : Integer.toString(node.size())));
                for (int index = 0; index < node.size(); index++) {
                    rows(name + "[" + index + "]", node.get(index), rows);
                }
            } else {
                rows.add(List.of(name, node.asText()));
            }
        }
    }
}
