package org.linli.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./linli my-data}: everything that the city holds of somebody of the demo, as they may fetch it themselves. */
@Command(
        name = "my-data",
        description = "Prints everything that is held of somebody of the demo, as JSON: one line for each service.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "1:refused", "2:there is no such persona", "3:Linli is not running"})
public final class MyDataCommand implements Callable<Integer> {
    /** Whoever holds something of people. */
    public static final List<String> SERVICES = List.of("registration", "activity", "points", "notification");

    @Parameters(paramLabel = "PERSONA", description = "See ./linli token.")
    private String persona;

    @Option(names = "--minor", paramLabel = "ID", description = "A minor for whom the persona stands as guardian.")
    private String minor;

    @Override
    public Integer call() {
        Workplace workplace = Workplace.here();
        workplace.running(3);
        GatewayClient self = workplace.gatewayAs(persona);
        SERVICES.forEach(service -> System.out.println(of(self, service, minor)));
        return 0;
    }

    /** What one service holds of whoever asks, or of a minor they stand for (null for none). */
    public static JsonNode of(GatewayClient self, String service, String minor) {
        String question = minor == null ? "" : "?volunteerId=" + minor;
        return self.get("/api/v1/personal-data/" + service + question)
                .expect(200)
                .body();
    }
}
