package org.linli.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
        private static final Duration PATIENCE = Duration.ofMinutes(10);

        @Mixin
        private AtGateway at;

        private final Screen screen = Screen.standard();

        @Override
        public Integer call() {
            Workplace workplace = at.workplace();
            Answer answer = verify(workplace.gatewayAs("operator")).expect(200);
            answer.body().properties().forEach(field -> print(field.getKey(), field.getValue()));
            boolean sound = answer.body().path("sound").asBoolean(false);
            screen.line(sound ? "The ledger is sound." : "The ledger is NOT sound.");
            return sound ? 0 : 1;
        }

        /** A large ledger takes longer than one call may wait: it goes on meanwhile, so ask again. */
        private static Answer verify(GatewayClient operator) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            Answer answer = operator.get("/api/v1/ledger/verification");
            while ("verification-under-way".equals(answer.code()) && System.nanoTime() < end) {
                answer = operator.get("/api/v1/ledger/verification");
            }
            return answer;
        }

        /** A list of objects as a table with their fields as columns, anything else on one line. */
        private void print(String name, JsonNode value) {
            if (!value.isArray() || value.isEmpty() || !value.get(0).isObject()) {
                screen.line(name + ": " + (value.isValueNode() ? value.asText() : value.toString()));
                return;
            }
            List<String> columns = new ArrayList<>();
            value.forEach(row -> row.fieldNames().forEachRemaining(column -> {
                if (!columns.contains(column)) {
                    columns.add(column);
                }
            }));
            List<List<String>> rows = new ArrayList<>();
            rows.add(columns);
            value.forEach(row -> rows.add(columns.stream()
                    .map(column -> row.path(column).isValueNode()
                            ? row.path(column).asText()
                            : row.path(column).toString())
                    .toList()));
            screen.line(name + ":");
            screen.table(rows);
        }
    }
}
