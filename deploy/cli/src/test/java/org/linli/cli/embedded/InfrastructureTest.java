package org.linli.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.cli.LocalClock;
import org.linli.cli.supervise.RunningProcess;

/** The real programs, started and ended as {@code ./linli} does it. */
class InfrastructureTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    @TempDir
    private Path directory;

    private RunningProcess running;

    @BeforeAll
    static void quiet() {
        LogFormat.quietLibraries();
    }

    @AfterEach
    void stop() {
        running.stop(Duration.ofSeconds(20));
    }

    @Test
    void rows_survive_the_end_of_postgresql_and_commits_reach_the_disk() throws Exception {
        // Given a server with a database for one service, prepared twice as after a restart
        LocalPostgres server = new LocalPostgres(
                TARGET.resolve("postgres-programs"), directory.resolve("data"), freePort(), Secrets.generate());
        start(server);
        server.verifyDurability();
        assertThat(server.show("fsync")).isEqualTo("on");
        assertThat(server.show("synchronous_commit")).isEqualTo("on");
        server.ensureDatabase("points", "first");
        server.ensureDatabase("points", "second");
        server.ensureDatabase("activity", "other");
        try (Connection owner = connect(server, "points", "points", "second");
                Statement statement = owner.createStatement()) {
            statement.execute("create table lasting as select 42 as answer");
        }

        // When the server is killed and started again
        kill();
        start(server);

        // Then the row is there, for its owner and for nobody else
        try (Connection owner = connect(server, "points", "points", "second");
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("select answer from lasting")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(42);
        }
        assertThatThrownBy(() -> connect(server, "points", "activity", "other")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> connect(server, "points", "points", "wrong")).isInstanceOf(SQLException.class);
    }

    @Test
    void records_and_topics_survive_the_end_of_kafka() throws Exception {
        // Given a broker with its topics, and a clock that was moved
        LocalKafka broker = new LocalKafka(kafkaClassPath(), directory.resolve("kafka"), freePort(), freePort());
        start(broker);
        Map<String, Integer> topics = Map.of(LocalClock.TOPIC, 1, "linli.points", 4);
        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> broker.ensureTopics(topics));
        broker.ensureTopics(topics);
        LocalClock clock = new LocalClock(broker.bootstrapServers());
        assertThat(clock.offset()).isEqualTo(Duration.ZERO);
        clock.advance(Duration.ofHours(2));
        assertThat(clock.advance(Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(125));

        // When the broker ends and is started again
        running.stop(Duration.ofSeconds(30));
        start(broker);

        // Then the clock stands where it stood, and moves forward only
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(clock.offset()).isEqualTo(Duration.ofMinutes(125)));
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Like the supervisor: what ends at once is started again (children of a killed server may live on a moment). */
    private void start(LocalPostgres server) throws IOException {
        running = new RunningProcess(server.start(log()).toHandle(), "INT");
        await().atMost(PATIENCE).untilAsserted(() -> {
            if (!running.handle().isAlive()) {
                running = new RunningProcess(server.start(log()).toHandle(), "INT");
            }
            assertThat(server.trouble()).isEmpty();
        });
    }

    private void start(LocalKafka broker) throws IOException {
        running = new RunningProcess(broker.start(log(), List.of()).toHandle(), "TERM");
    }

    private void kill() {
        running.handle().destroyForcibly();
        running.handle().onExit().join();
    }

    private File log() {
        return directory.resolve("log").toFile();
    }

    private static Connection connect(LocalPostgres server, String database, String role, String password)
            throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database, role, password);
    }

    private static String kafkaClassPath() throws IOException {
        try (Stream<Path> own = Files.list(TARGET.resolve("kafka-lib"));
                Stream<Path> shared = Files.list(TARGET.resolve("lib"))) {
            return Stream.concat(own, shared).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
