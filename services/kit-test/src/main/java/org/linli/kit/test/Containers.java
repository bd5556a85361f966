package org.linli.kit.test;

import com.github.dockerjava.api.exception.NotFoundException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.linli.kit.test.ServerMain.Running;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The test servers as containers, for those who want the images of production under their tests. */
final class Containers {

    private static final String POSTGRES_IMAGE = "postgres:18";
    private static final String KAFKA_IMAGE = "apache/kafka:4.1.1";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Containers() {}

    static Running postgres() {
        requireImage(POSTGRES_IMAGE);
        PostgreSQLContainer container = new PostgreSQLContainer(POSTGRES_IMAGE);
        container.setCommand("postgres", "-c", "fsync=off", "-c", "max_connections=400");
        container.start();
        PostgresAddress address = new PostgresAddress(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getUsername(),
                container.getPassword());
        return new Running(address.asText(), container::stop);
    }

    static Running kafka() {
        requireImage(KAFKA_IMAGE);
        KafkaContainer container = new KafkaContainer(KAFKA_IMAGE).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        // not the line that Testcontainers looks for: how much a broker logs is the image's own business
        container.waitingFor(Wait.forListeningPort());
        container.start();
        String servers = container.getBootstrapServers().replace("PLAINTEXT://", "");
        awaitAnswer(servers);
        return new Running(servers, container::stop);
    }

    private static void awaitAnswer(String servers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.describeCluster().nodes().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException silent) {
            throw new IllegalStateException("The Kafka in the container does not answer", silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Kafka started", interrupted);
        }
    }

    // That Docker answers is not enough: a missing image would cost minutes of retries before the same answer.
    private static void requireImage(String image) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException(
                    "Docker does not answer: start it, or run with -Dlinli.test.infra=embedded");
        }
        try {
            DockerClientFactory.instance().client().inspectImageCmd(image).exec();
        } catch (NotFoundException missing) {
            throw new IllegalStateException(
                    "The image " + image + " is missing: docker pull " + image
                            + ", or run with -Dlinli.test.infra=embedded",
                    missing);
        }
    }
}
