package org.linli.cli.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.linli.cli.supervise.LessMemory;

/**
 * One Kafka broker that is its own controller, on 127.0.0.1, in a JVM of its own; its data survive.
 *
 * @param classPath the jars of the broker, as a class path
 * @param data its directory, formatted at the first start
 * @param controllerPort where it talks to itself
 * @param detoured a second way in, for clients that a test wants to cut off
 */
public record LocalKafka(
        String classPath, Path data, int port, int controllerPort, Optional<LocalKafka.Detoured> detoured) {
    private static final long ANSWER_SECONDS = 15;
    private static final Map<String, String> KEPT_FOR_EVER = Map.of("retention.ms", "-1");

    /** The java options every start has: small, and quick to start rather than fast in the end. */
    public static final List<String> JAVA_OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /**
     * A second way in.
     *
     * @param port where the broker listens
     * @param advertised where clients that came this way are sent for everything else
     */
    public record Detoured(int port, int advertised) {}

    /** A broker with one way in. */
    public LocalKafka(String classPath, Path data, int port, int controllerPort) {
        this(classPath, data, port, controllerPort, Optional.empty());
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Starts the broker in a child process that writes to the log. Formats its directory if that was never done. */
    public Process start(File log, List<String> moreJavaOptions) throws IOException {
        Files.createDirectories(data);
        Path properties = data.resolveSibling(data.getFileName() + ".properties");
        Files.writeString(properties, properties());
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(properties, log);
        }
        List<String> options = new ArrayList<>(JAVA_OPTIONS);
        options.addAll(moreJavaOptions);
        return spawn(options, List.of("kafka.Kafka", properties.toString()), log);
    }

    private String properties() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d%4$s
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d%5$s
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,DETOUR:PLAINTEXT
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                num.partitions=1
                offsets.topic.num.partitions=8
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                # A city that was down for a holiday must find how far its consumers had read: ten years, not a week.
                offsets.retention.minutes=5256000
                group.initial.rebalance.delay.ms=0
                # The default of 128 MB would take half of the memory for nothing.
                log.cleaner.dedupe.buffer.size=8388608
                """.formatted(
                        port,
                        controllerPort,
                        data.toAbsolutePath(),
                        detoured.map(way -> detour(way.port())).orElse(""),
                        detoured.map(way -> detour(way.advertised())).orElse(""));
    }

    private static String detour(int port) {
        return ",DETOUR://127.0.0.1:" + port;
    }

    private void format(Path properties, File log) throws IOException {
        List<String> tool = List.of(
                "kafka.tools.StorageTool",
                "format",
                "--ignore-formatted",
                "--cluster-id=" + Uuid.randomUuid(),
                "--config=" + properties);
        try {
            int exit = spawn(JAVA_OPTIONS, tool, log).waitFor();
            if (exit != 0) {
                throw new IOException("formatting the directory of Kafka ended with " + exit + "; see " + log);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while formatting the directory of Kafka", hurry);
        }
    }

    private Process spawn(List<String> options, List<String> mainAndArguments, File log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add(LogFormat.OPTION);
        command.addAll(List.of("-cp", classPath));
        command.addAll(mainAndArguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(LessMemory.ENVIRONMENT);
        return builder.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    /** Creates the topics that are missing; each keeps everything for ever. May run again. */
    public void ensureTopics(Map<String, Integer> partitionsByTopic)
            throws InterruptedException, ExecutionException, TimeoutException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            Set<String> there = admin.listTopics().names().get(ANSWER_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = partitionsByTopic.entrySet().stream()
                    .filter(topic -> !there.contains(topic.getKey()))
                    .map(topic -> new NewTopic(topic.getKey(), topic.getValue(), (short) 1).configs(KEPT_FOR_EVER))
                    .toList();
            admin.createTopics(missing).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        }
    }
}
