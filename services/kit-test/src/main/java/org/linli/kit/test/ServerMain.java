package org.linli.kit.test;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/**
 * The program of a {@link ServerProcess}: {@code postgres}, or {@code kafka [proxy-port own-port]}. It says on standard
 * output where its server is and stops it when standard input ends.
 */
final class ServerMain {

    /** Begins the line that carries the address. */
    static final String READY = "linli-test-server ready ";
    /** Begins the line that carries the reason why there is no server. */
    static final String FAILED = "linli-test-server failed ";

    private static final String LOOPBACK = "127.0.0.1";

    private ServerMain() {}

    public static void main(String... arguments) throws Exception {
        try (Running server = start(List.of(arguments))) {
            System.out.println(READY + server.address());
            while (System.in.read() >= 0) {
                // only the end of the stream means something
            }
        } catch (Exception failed) {
            System.out.println(FAILED + failed.getMessage());
            throw failed;
        }
        System.exit(0);
    }

    private static Running start(List<String> arguments) throws IOException {
        boolean containers = "containers".equals(System.getProperty("linli.test.infra"));
        return switch (arguments.getFirst()) {
            case "postgres" -> containers ? Containers.postgres() : embeddedPostgres();
            // a broker with a port of its own to advertise is always embedded: a container cannot know the proxy
            case "kafka" -> containers && arguments.size() == 1 ? Containers.kafka() : embeddedKafka(arguments);
            default -> throw new IllegalArgumentException("No such test server: " + arguments.getFirst());
        };
    }

    private static Running embeddedPostgres() throws IOException {
        // Without fsync: the data dies with the tests anyway, and what survives a power cut is proved by the kill
        // loop on the servers of ./linli up, which sync. Killing a process loses nothing either way.
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("max_connections", "400")
                .setPGStartupWait(Duration.ofMinutes(1))
                .start();
        String address = new PostgresAddress(LOOPBACK, postgres.getPort(), "postgres", "postgres").asText();
        return new Running(address, postgres);
    }

    private static Running embeddedKafka(List<String> arguments) {
        Properties used = new Properties();
        EmbeddedKafkaBroker broker = new EmbeddedKafkaBroker()
                .withKafkaHost(LOOPBACK)
                .withAdditionalProperties(properties -> {
                    quick(properties, arguments);
                    used.putAll(properties);
                })
                .start();
        return new Running(directAddress(used.getProperty("listeners")), broker);
    }

    private static void quick(Properties properties, List<String> arguments) {
        properties.setProperty("auto.create.topics.enable", "false");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        if (arguments.size() > 1) {
            advertise(properties, arguments.get(1), arguments.get(2));
        }
    }

    /** Adds a listener on its own port whose clients are told to come through the proxy's. */
    private static void advertise(Properties properties, String proxyPort, String ownPort) {
        String direct = directAddress(properties.getProperty("listeners"));
        properties.setProperty(
                "listeners", properties.getProperty("listeners") + ",PROXIED://" + LOOPBACK + ":" + ownPort);
        properties.setProperty(
                "advertised.listeners", "PLAINTEXT://" + direct + ",PROXIED://" + LOOPBACK + ":" + proxyPort);
        properties.setProperty(
                "listener.security.protocol.map",
                properties.getProperty("listener.security.protocol.map") + ",PROXIED:PLAINTEXT");
    }

    private static String directAddress(String listeners) {
        for (String listener : listeners.split(",")) {
            if (listener.startsWith("PLAINTEXT://")) {
                return listener.substring("PLAINTEXT://".length());
            }
        }
        throw new IllegalStateException("The broker has no plain listener: " + listeners);
    }

    /** A started server, closed when the program ends. */
    record Running(String address, AutoCloseable server) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            server.close();
        }
    }
}
