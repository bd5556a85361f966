package org.linli.gateway.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/** Title and sentence of every problem in every language, read once. */
final class ProblemTexts {

    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

    ProblemTexts() {
        for (Language language : Language.values()) {
            texts.put(language, read(language));
        }
    }

    String title(ProblemCode code, Language language) {
        return text(code.code() + ".title", language);
    }

    /** The sentence, with {@code {0}} replaced by the figure that belongs to it, if any. */
    String detail(ProblemCode code, Language language, String figure) {
        return text(code.code() + ".detail", language).replace("{0}", figure);
    }

    private String text(String key, Language language) {
        String text = texts.get(language).getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no " + language.tag() + " text for " + key);
        }
        return text;
    }

    private static Properties read(Language language) {
        String name = "problems/" + language.tag() + ".properties";
        try (var stream = ProblemTexts.class.getClassLoader().getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
