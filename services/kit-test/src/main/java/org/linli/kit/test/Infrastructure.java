package org.linli.kit.test;

/**
 * The one PostgreSQL 18 and the one Kafka that all tests of a JVM share, started when the first test asks.
 *
 * <p>{@code -Dlinli.test.postgres=postgresql://user:password@host:port} and {@code -Dlinli.test.kafka=host:port} name
 * servers that run already ({@code ./linli test} starts one pair for the whole build); a server started here is written
 * into the same property, so that every class loader of this JVM finds it. {@code -Dlinli.test.infra=embedded}
 * (default) or {@code containers} decides what is started.
 *
 * <p>Nobody stops these servers: a test that needs an outage cuts its own wire ({@link org.linli.wire.TcpProxy}) or,
 * for Kafka, asks for a {@link PrivateKafka}.
 */
public final class Infrastructure {

    static final String POSTGRES = "linli.test.postgres";
    static final String KAFKA = "linli.test.kafka";

    private Infrastructure() {}

    /** The shared PostgreSQL; the first call takes two to seven seconds. */
    public static PostgresAddress postgres() {
        return PostgresAddress.parse(addressIn(POSTGRES, "postgres"));
    }

    /** Bootstrap servers of the shared Kafka; the first call takes about four seconds. */
    public static String kafka() {
        return addressIn(KAFKA, "kafka");
    }

    private static String addressIn(String property, String server) {
        // a monitor of the JVM and not of this class: Quarkus loads this class once per application
        synchronized (Runtime.getRuntime()) {
            String known = System.getProperty(property);
            if (known != null && !known.isBlank()) {
                return known;
            }
            String started = ServerProcess.start(server).address();
            System.setProperty(property, started);
            return started;
        }
    }
}
