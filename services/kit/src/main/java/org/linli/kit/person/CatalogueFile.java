package org.linli.kit.person;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.linli.kit.person.PersonalTable.AccountList;
import org.linli.kit.person.PersonalTable.Fate;
import org.linli.kit.person.PersonalTable.Retention;
import org.linli.kit.person.PersonalTable.Sealed;
import org.linli.kit.person.PersonalTable.Text;

/**
 * Reads a catalogue. A table begins with {@code [name] what it is} and has lines {@code word = value}; a line that
 * begins with a space goes on with the one before.
 */
final class CatalogueFile {
    private static final Set<String> WORDS = Set.of(
            "mine",
            "erase",
            "export",
            "key",
            "sealed",
            "index",
            "text",
            "account",
            "accounts",
            "plain",
            "also",
            "retain");

    private CatalogueFile() {}

    /** One table as it stands in the file. */
    private record Section(String name, String about, Map<String, List<String>> values) {
        String one(String word, String otherwise) {
            List<String> all = values.getOrDefault(word, List.of());
            return all.isEmpty() ? otherwise : String.join(" ", all);
        }

        List<String> words(String word) {
            return values.getOrDefault(word, List.of()).stream()
                    .flatMap(value -> Stream.of(value.trim().split("\\s+")))
                    .filter(value -> !value.isEmpty())
                    .toList();
        }
    }

    static List<PersonalTable> read(String text) {
        List<Section> sections = new ArrayList<>();
        String[] lines = text.replaceAll("\n[ \t]+", " ").split("\n");
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                int end = line.indexOf(']');
                sections.add(new Section(
                        line.substring(1, end), line.substring(end + 1).trim(), new LinkedHashMap<>()));
            } else {
                add(sections.getLast(), line);
            }
        }
        return sections.stream().map(CatalogueFile::table).toList();
    }

    private static void add(Section section, String line) {
        int sign = line.indexOf('=');
        String word = line.substring(0, Math.max(0, sign)).trim();
        if (!WORDS.contains(word)) {
            throw new IllegalStateException("the catalogue of personal data has an unknown line: " + line);
        }
        section.values()
                .computeIfAbsent(word, first -> new ArrayList<>())
                .add(line.substring(sign + 1).trim());
    }

    private static PersonalTable table(Section section) {
        String key = section.one("key", "id");
        String mine = section.one("mine", null);
        Fate fate = Fate.valueOf(section.one("erase", "nothing").toUpperCase(java.util.Locale.ROOT));
        return new PersonalTable(
                section.name(),
                section.about(),
                key,
                mine,
                fate,
                mine != null && !section.one("export", "yes").equals("no"),
                section.words("sealed").stream().map(word -> sealed(word, key)).toList(),
                section.words("index"),
                section.words("text").stream().map(CatalogueFile::text).toList(),
                section.words("account"),
                section.words("accounts").stream().map(CatalogueFile::list).toList(),
                section.words("plain"),
                section.values().getOrDefault("also", List.of()),
                section.values().getOrDefault("retain", List.of()).stream()
                        .map(CatalogueFile::retention)
                        .toList());
    }

    /** {@code column}, {@code column=field}, {@code column@row}. */
    private static Sealed sealed(String word, String key) {
        String[] row = word.split("@", 2);
        String[] field = row[0].split("=", 2);
        return new Sealed(field[0], field[field.length - 1], row.length == 2 ? row[1] : key);
    }

    private static Text text(String word) {
        return new Text(word.replace("!", ""), word.endsWith("!"));
    }

    private static AccountList list(String word) {
        String[] parts = word.split(":", 2);
        return new AccountList(parts[0], parts[1]);
    }

    /** {@code name days delete|blank where condition}. */
    private static Retention retention(String value) {
        String[] parts = value.split("\\s+", 5);
        return new Retention(parts[0], Integer.parseInt(parts[1]), parts[4], parts[2].equals("blank"));
    }
}
