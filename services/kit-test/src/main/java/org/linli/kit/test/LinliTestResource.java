package org.linli.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.linli.wire.TcpProxy;

/**
 * Gives each start of the application its own database, topics, issuer and wires, and takes the database away at the
 * end.
 *
 * <p>{@code @WithTestResource(LinliTestResource.class)}; with {@code initArgs = @ResourceArg(name = "kafka", value =
 * "private")} the application gets a broker of its own behind {@link Surroundings#kafkaWire()}, see {@link
 * PrivateKafka}.
 */
public final class LinliTestResource implements QuarkusTestResourceLifecycleManager {

    private final String random =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    private boolean privateKafka;
    private OwnDatabase database;
    private PrivateKafka broker;
    private TestIssuer issuer;
    private TcpProxy postgresWire;
    private Surroundings surroundings;

    @Override
    public void init(Map<String, String> arguments) {
        privateKafka = "private".equals(arguments.get("kafka"));
    }

    @Override
    public Map<String, String> start() {
        String service = serviceUnderTest();
        PostgresAddress postgres = Infrastructure.postgres();
        broker = privateKafka ? PrivateKafka.start() : null;
        String kafka = privateKafka ? broker.direct() : Infrastructure.kafka();
        database = OwnDatabase.create(postgres, service.replace('-', '_') + "_" + random);
        postgresWire = TcpProxy.to(postgres.host(), postgres.port());
        issuer = TestIssuer.start();
        Events events = new Events(kafka, "t" + random + ".");
        events.createTopics(service);
        surroundings = new Surroundings(
                service, database.access(), postgresWire, privateKafka ? broker.proxy() : null, events, issuer);
        return configuration(privateKafka ? broker.proxied() : kafka);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(surroundings, new TestInjector.MatchesType(Surroundings.class));
    }

    @Override
    public void stop() {
        if (surroundings != null) {
            surroundings.events().close();
        }
        if (postgresWire != null) {
            postgresWire.close();
        }
        if (issuer != null) {
            issuer.close();
        }
        if (broker != null) {
            broker.close();
        }
        if (database != null) {
            database.drop();
        }
    }

    private Map<String, String> configuration(String kafka) {
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("LINLI_DATABASE_URL", "postgresql://" + postgresWire.address() + "/" + database.name());
        configuration.put("LINLI_DATABASE_USER", database.name());
        configuration.put("LINLI_DATABASE_PASSWORD", database.password());
        configuration.put("LINLI_KAFKA", kafka);
        configuration.put("LINLI_TOPIC_PREFIX", "t" + random + ".");
        configuration.put("LINLI_ISSUER", issuer.url());
        configuration.put("LINLI_KEYS_DIRECTORY", newDirectory().toString());
        configuration.put("LINLI_FAULT_POINTS", Surroundings.faultPoints().toString());
        configuration.put("LINLI_HTTP_PORT", "0");
        configuration.put("quarkus.http.test-port", "0");
        configuration.put("LINLI_BOOTSTRAP_ISSUER", issuer.url());
        configuration.put("LINLI_BOOTSTRAP_SUBJECT", Surroundings.OPERATOR);
        return configuration;
    }

    /** A module is named like its directory: {@code services/activity} is the service activity. */
    private static String serviceUnderTest() {
        return Path.of(System.getProperty("basedir", System.getProperty("user.dir")))
                .toAbsolutePath()
                .getFileName()
                .toString();
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "test-keys-")
                    .toAbsolutePath();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
