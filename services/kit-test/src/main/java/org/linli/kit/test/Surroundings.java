package org.linli.kit.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.linli.wire.TcpProxy;

/**
 * Everything around the service under test. A test declares a field of this type and {@link LinliTestResource} fills
 * it.
 *
 * @param service name of the service, for example {@code activity}
 * @param database its database, past the wire
 * @param postgresWire the wire between the service and PostgreSQL; a test that cuts it restores it
 * @param kafkaWire the wire between the service and Kafka; null unless the resource was asked for a private broker
 * @param events what is on the topics, past the wire
 * @param issuer gives tokens
 */
public record Surroundings(
        String service,
        Database database,
        TcpProxy postgresWire,
        TcpProxy kafkaWire,
        Events events,
        TestIssuer issuer) {

    /** The subject of the one operator by configuration. */
    public static final String OPERATOR = "operator";

    /** A subject that nobody else has. */
    public static String anyone() {
        return "test-" + UUID.randomUUID();
    }

    /** A token of the bootstrap operator. */
    public String operatorToken() {
        return issuer.tokenFor(OPERATOR);
    }

    /**
     * Arms a moment: whoever of the service gets there first dies, as far as the process of a test can.
     *
     * @param moment the name of one of its fault points
     * @return a file that is gone once somebody got there
     */
    public Path arm(String moment) {
        try {
            return Files.createFile(faultPoints().resolve(service + "." + moment));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The same for every start of a service: the moments are looked up once a process. */
    static Path faultPoints() {
        try {
            return Files.createDirectories(Path.of("target", "test-fault-points"))
                    .toAbsolutePath();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The topic on which this service sets records aside, without prefix. */
    public String deadTopic() {
        return ("linli." + service + ".dead").toLowerCase(Locale.ROOT);
    }
}
