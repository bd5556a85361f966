package org.linli.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The line of a log that most likely says what went wrong. */
final class LastWords {
    private static final int BYTES_LOOKED_AT = 64 * 1024;
    private static final int LONGEST = 300;
    private static final Pattern TROUBLE =
            Pattern.compile("ERROR|SEVERE|FATAL|Exception|Caused by|error:|No space left|OutOfMemory");

    private LastWords() {}

    /** The last line that speaks of trouble, else the last line, shortened. */
    static String of(Path log) {
        List<String> lines = tail(log)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.isEmpty()) {
            return "its log is empty";
        }
        String words = lines.reversed().stream()
                .filter(line -> TROUBLE.matcher(line).find())
                .findFirst()
                .orElse(lines.getLast());
        return words.length() > LONGEST ? words.substring(0, LONGEST) + " …" : words;
    }

    private static String tail(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - BYTES_LOOKED_AT));
            byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException noLog) {
            return "";
        }
    }
}
