package org.linli.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way round by which services reach PostgreSQL and Kafka, so that a test of faults can cut it; everybody else goes
 * there directly. Handed to the supervisor as the environment variable {@link #VARIABLE}.
 *
 * @param postgres the port of 127.0.0.1 that stands in for PostgreSQL's
 * @param kafka the port of 127.0.0.1 that stands in for Kafka's; Kafka itself sends its clients there
 * @param kafkaListener where Kafka listens for what comes from there
 */
public record Detour(int postgres, int kafka, int kafkaListener) {
    /** The three ports, separated by commas. */
    public static final String VARIABLE = "LINLI_DETOUR";

    static Optional<Detour> of(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(VARIABLE))
                .filter(text -> !text.isBlank())
                .map(Detour::parse);
    }

    private static Detour parse(String text) {
        try {
            List<Integer> ports =
                    Arrays.stream(text.split(",")).map(Integer::parseInt).toList();
            if (ports.size() == 3) {
                return new Detour(ports.get(0), ports.get(1), ports.get(2));
            }
        } catch (NumberFormatException notPorts) {
            // refused below, with the sentence for everything that is not three ports
        }
        throw new Refusal(VARIABLE + " must be three ports separated by commas, not \"" + text + "\".");
    }

    /** As the variable has it. */
    public String text() {
        return postgres + "," + kafka + "," + kafkaListener;
    }
}
