package org.linli.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.linli.cli.embedded.LocalKafka;
import org.linli.cli.embedded.LocalPostgres;
import org.linli.cli.embedded.Secrets;
import org.linli.cli.supervise.RunningProcess;

/** One PostgreSQL and one Kafka in a temporary directory at free ports, gone when closed, however the command ends. */
final class TestInfrastructure implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final LinliHome directory;
    private final LocalPostgres postgres;
    private final LocalKafka kafka;
    private final List<RunningProcess> running = new ArrayList<>();
    private final Thread atExit = new Thread(this::stop, "stop the infrastructure of the tests");

    private TestInfrastructure(Path directory, String kafkaClassPath) throws IOException {
        this.directory = new LinliHome(directory);
        this.postgres = new LocalPostgres(
                directory.resolve("postgres-programs"),
                directory.resolve("postgres"),
                Ports.anyFree(),
                Secrets.generate());
        this.kafka = new LocalKafka(kafkaClassPath, directory.resolve("kafka"), Ports.anyFree(), Ports.anyFree());
    }

    static TestInfrastructure start(String kafkaClassPath) throws IOException {
        TestInfrastructure started = new TestInfrastructure(Files.createTempDirectory("linli-test"), kafkaClassPath);
        Runtime.getRuntime().addShutdownHook(started.atExit);
        try {
            started.begin();
            return started;
        } catch (IOException | RuntimeException failed) {
            started.close();
            throw failed;
        }
    }

    private void begin() throws IOException {
        File postgresLog = directory.root().resolve("postgres.log").toFile();
        File kafkaLog = directory.root().resolve("kafka.log").toFile();
        running.add(new RunningProcess(postgres.start(postgresLog).toHandle(), "INT"));
        running.add(new RunningProcess(kafka.start(kafkaLog, List.of()).toHandle(), "TERM"));
        if (!Waiting.until(() -> postgres.trouble().isEmpty(), PATIENCE, INTERVAL)) {
            throw new Refusal("PostgreSQL did not start: " + LastWords.of(postgresLog.toPath()) + ".");
        }
        if (!Waiting.until(() -> !Preconditions.isFree(kafka.port()), PATIENCE, INTERVAL)) {
            throw new Refusal("Kafka did not start: " + LastWords.of(kafkaLog.toPath()) + ".");
        }
    }

    /** As the test harness expects it: {@code postgresql://role:password@host:port}. */
    String postgres() {
        return "postgresql://" + LocalPostgres.ROLE + ":" + postgres.password() + "@127.0.0.1:" + postgres.port();
    }

    String kafka() {
        return kafka.bootstrapServers();
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private synchronized void stop() {
        running.reversed().forEach(process -> process.stop(Duration.ofSeconds(20)));
        running.clear();
        if (Files.exists(directory.root())) {
            directory.delete();
        }
    }
}
