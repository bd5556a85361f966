package org.linli.cli.embedded;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.linli.cli.supervise.Health;
import org.linli.cli.supervise.Part;
import org.linli.cli.supervise.Running;
import org.linli.cli.supervise.RunningProcess;
import org.linli.cli.supervise.StartupCache;

/**
 * Kafka as a part of the city.
 *
 * @param partitionsByTopic the topics that must be there; nothing else creates one
 */
public record KafkaPart(LocalKafka broker, Map<String, Integer> partitionsByTopic, StartupCache cache, File log)
        implements Part {
    /** Its name in the status. */
    public static final String NAME = "Kafka";

    private static final int CONNECT_MILLISECONDS = 2000;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int port() {
        return broker.port();
    }

    @Override
    public List<String> after() {
        return List.of();
    }

    @Override
    public Running start() throws IOException {
        cache.prepare();
        return new RunningProcess(broker.start(log, cache.javaOptions()).toHandle(), signal());
    }

    @Override
    public Health health() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", broker.port()), CONNECT_MILLISECONDS);
            return Health.GOOD;
        } catch (IOException notYet) {
            return Health.silent("no answer on port " + broker.port());
        }
    }

    @Override
    public void settle() throws Exception {
        broker.ensureTopics(partitionsByTopic);
    }

    @Override
    public void ended() {
        cache.keepRecording();
    }

    @Override
    public void failedToStart() {
        cache.distrust();
    }

    @Override
    public Duration stopPatience(boolean hurry) {
        return cache.isRecording() && !hurry ? Duration.ofSeconds(180) : Duration.ofSeconds(30);
    }
}
