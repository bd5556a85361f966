package org.linli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The results as a file that other runs and other programs read. */
final class JsonReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonReport() {}

    static void write(Path file, List<Line> lines, Notebook notebook, boolean quick) throws IOException {
        ObjectNode report = JSON.createObjectNode();
        report.put("at", Instant.now().toString());
        report.put("quick", quick);
        report.put("processors", Runtime.getRuntime().availableProcessors());
        report.put("java", Runtime.version().toString());
        report.set("values", JSON.valueToTree(notebook.values()));
        report.set("doubts", JSON.valueToTree(notebook.doubts()));
        ArrayNode table = report.putArray("lines");
        lines.forEach(line -> table.add(node(line)));
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report));
    }

    private static ObjectNode node(Line line) {
        ObjectNode node = JSON.createObjectNode();
        node.put("row", line.row());
        node.put("what", line.what());
        node.put("unit", line.unit());
        node.set(
                "measured",
                line.measured() == null
                        ? null
                        : JSON.valueToTree(line.measured().values()));
        node.set(
                "judged",
                line.judged() == null ? null : JSON.valueToTree(line.judged().values()));
        node.put("judgedAs", line.judgedAs());
        node.put("bar", line.bar().words());
        node.put("verdict", line.verdict().name());
        node.set(
                "load",
                line.load() == null ? null : JSON.valueToTree(line.load().values()));
        node.put("remark", line.remark());
        return node;
    }

    /** Why a figure in an earlier report cannot be relied upon; empty if nothing speaks against it. */
    static Optional<String> doubt(Path file, String figure) throws IOException {
        return Optional.ofNullable(
                JSON.readTree(file.toFile()).path("doubts").path(figure).textValue());
    }

    /** The median of a figure in an earlier report; empty if it was not measured there. */
    static Optional<Double> median(Path file, String figure) throws IOException {
        JsonNode values = JSON.readTree(file.toFile()).path("values").path(figure);
        double[] all = new double[values.size()];
        for (int index = 0; index < all.length; index++) {
            all[index] = values.get(index).asDouble();
        }
        return all.length == 0 ? Optional.empty() : Optional.of(Series.of(all).median());
    }
}
