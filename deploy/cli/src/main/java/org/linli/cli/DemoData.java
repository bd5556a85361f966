package org.linli.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.linli.cli.story.DemoDistrict;

/**
 * What a fresh city starts with. Each step asks first whether it was done before, uses the public API only, and so can
 * run at every start.
 */
public final class DemoData {
    private final Workplace workplace;

    /** The demo data of the city that runs there. */
    public DemoData(Workplace workplace) {
        this.workplace = workplace;
    }

    /** Brings in whatever is missing; answers one sentence for each thing done. */
    public List<String> load() {
        return List.of(divisions(), new DemoDistrict(workplace).load());
    }

    private String divisions() {
        GatewayClient operator = workplace.gatewayAs("operator");
        Path file = workplace.repository().resolve("seeds/divisions.csv");
        List<String> lines = read(file);
        String last = lines.getLast().split(",", 2)[0];
        if (operator.get("/api/v1/divisions/" + last).status() == 200) {
            return "Divisions: " + (lines.size() - 1) + ", loaded before.";
        }
        String text = String.join("\n", lines) + "\n";
        // The same file under the same key: a repeat after a cut does nothing twice.
        String key = UUID.nameUUIDFromBytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
        operator.postText("/api/v1/divisions/import", "text/csv; charset=utf-8", text, key)
                .expectSuccess();
        return "Divisions: " + (lines.size() - 1) + " loaded from " + file.getFileName() + ".";
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new Refusal("The demo data cannot be read: " + unreadable.getMessage() + ".");
        }
    }
}
