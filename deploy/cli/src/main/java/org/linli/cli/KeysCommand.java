package org.linli.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./linli keys}: the keys that personal fields are encrypted with. */
@Command(
        name = "keys",
        description = "The keys that personal fields are encrypted with.",
        mixinStandardHelpOptions = true,
        subcommands = {KeysCommand.Status.class, KeysCommand.Rotate.class, KeysCommand.Retire.class})
final class KeysCommand {
    private static final List<String> SERVICES = List.of("registration", "activity", "points", "notification");
    private static final List<String> COLUMNS = List.of("service", "key", "newest", "values");

    private KeysCommand() {}

    private static String path(String service) {
        return "/api/v1/operations/" + service + "/keys";
    }

    private static GatewayClient operator() {
        Workplace workplace = Workplace.here();
        workplace.running(3);
        return workplace.gatewayAs("operator");
    }

    private static void rows(List<List<String>> table, String service, JsonNode keys) {
        keys.path("keys")
                .forEach(key -> table.add(List.of(
                        service,
                        key.path("id").asText(),
                        key.path("newest").asBoolean() ? "yes" : "",
                        key.path("values").asText())));
    }

    /** Which keys there are. */
    @Command(
            name = "status",
            description = "Shows every key and how many stored values only it can read.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:shown", "1:could not be asked", "3:Linli is not running"})
    static final class Status implements Callable<Integer> {
        @Override
        public Integer call() {
            GatewayClient operator = operator();
            List<List<String>> table = new ArrayList<>(List.of(COLUMNS));
            SERVICES.forEach(service ->
                    rows(table, service, operator.get(path(service)).expect(200).body()));
            Screen.standard().table(table);
            return 0;
        }
    }

    /** A new key in every service. */
    @Command(
            name = "rotate",
            description = "Makes a new key in every service; what is stored is encrypted anew in the background.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:made", "1:refused", "3:Linli is not running"})
    static final class Rotate implements Callable<Integer> {
        @Override
        public Integer call() {
            GatewayClient operator = operator();
            List<List<String>> table = new ArrayList<>(List.of(COLUMNS));
            SERVICES.forEach(service -> rows(
                    table,
                    service,
                    operator.post(path(service) + "/rotation", null).expect(200).body()));
            Screen.standard().table(table);
            return 0;
        }
    }

    /** An old key goes. */
    @Command(
            name = "retire",
            description = "Throws an old key away that no stored value needs any more.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:gone", "1:refused: it is in use, or the newest", "3:Linli is not running"})
    static final class Retire implements Callable<Integer> {
        @Parameters(index = "0", paramLabel = "SERVICE", description = "registration, activity, points, notification")
        private String service;

        @Parameters(index = "1", paramLabel = "KEY", description = "Its eight digits, see status.")
        private String key;

        @Override
        public Integer call() {
            List<List<String>> table = new ArrayList<>(List.of(COLUMNS));
            rows(
                    table,
                    service,
                    operator().delete(path(service) + "/" + key).expect(200).body());
            Screen.standard().table(table);
            return 0;
        }
    }
}
