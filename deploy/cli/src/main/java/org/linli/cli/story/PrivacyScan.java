package org.linli.cli.story;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.linli.cli.Answer;
import org.linli.cli.Docker;
import org.linli.cli.Elsewhere;
import org.linli.cli.Refusal;
import org.linli.cli.Workplace;

/**
 * Looks for the story's names, document numbers, phones and addresses where none may be: in every topic, in every log,
 * and in the bodies of refusals (reliability, guard 10).
 */
final class PrivacyScan {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Workplace workplace;
    private final Collection<String> personal;
    private long looked;
    private String unread = "";

    PrivacyScan(Workplace workplace, Collection<String> personal) {
        this.workplace = workplace;
        this.personal = personal;
    }

    /** Scans everything; a sentence that says where something was found, never what. Answers how much was read. */
    String run(List<Answer> refusals) {
        topics();
        workplace.elsewhere().ifPresentOrElse(this::logsOfContainers, this::logs);
        refusals.forEach(answer -> look(answer.body().toString(), "the body of " + answer.asked()));
        return looked + " texts without a trace of " + personal.size() + " personal values" + unread;
    }

    private void topics() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                workplace.kafka(),
                "group.id",
                "privacy-scan-" + UUID.randomUUID(),
                "enable.auto.commit",
                "false");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.listTopics(PATIENCE).forEach((topic, infos) -> {
                if (topic.startsWith("linli.")) {
                    infos.forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
                }
            });
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(PATIENCE).forEach(this::lookAt);
            }
        }
    }

    private void lookAt(ConsumerRecord<String, String> record) {
        look(record.key(), "a key of " + record.topic());
        look(record.value(), "a record of " + record.topic());
        for (Header header : record.headers()) {
            look(new String(header.value(), StandardCharsets.UTF_8), "a header of " + record.topic());
        }
    }

    private void logs() {
        try (Stream<Path> files = Files.walk(workplace.home().logs())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                    lines.forEach(line -> look(
                            new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
                            "the log " + file.getFileName()));
                }
            }
        } catch (IOException unreadable) {
            throw new Refusal("The logs cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    /** Those of every container beside the gateway, which are with the engine. */
    private void logsOfContainers(Elsewhere demo) {
        Optional<String> project = Docker.projectAt(demo.gateway());
        if (project.isEmpty()) {
            unread = "; the logs are with an engine that is out of reach from here and were not read";
            return;
        }
        Docker.containers(project.get())
                .forEach(container -> Docker.readLog(container, line -> look(line, "the log of " + container)));
    }

    private void look(String text, String where) {
        looked++;
        if (text != null && personal.stream().anyMatch(text::contains)) {
            throw new Refusal("Personal data of the story's people stand in " + where + ".");
        }
    }
}
