package org.linli.kit.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Sentences of problems: {@code problems*.properties} of the service, then {@code kit-problems*.properties}. Chinese
 * unless the caller asks for English first.
 */
public final class ProblemTexts {
    private static final List<Locale> SPOKEN = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ProblemTexts() {}

    /** The language to answer in, from the header {@code Accept-Language}. */
    public static Locale languageOf(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 200) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        try {
            Locale found =
                    Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), List.of(Locale.CHINESE, Locale.ENGLISH));
            return Locale.ENGLISH.equals(found) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        } catch (IllegalArgumentException unreadable) {
            return Locale.SIMPLIFIED_CHINESE;
        }
    }

    /** The sentence of a code; {@code {name}} in it is replaced by the value of that name. */
    public static String sentence(String code, Locale language, Map<String, Object> details) {
        String sentence = find("problems", code, language);
        if (sentence == null) {
            sentence = find("kit-problems", code, language);
        }
        if (sentence == null) {
            return code;
        }
        for (Map.Entry<String, Object> detail : details.entrySet()) {
            sentence = sentence.replace("{" + detail.getKey() + "}", String.valueOf(detail.getValue()));
        }
        return sentence;
    }

    /** Languages every sentence must exist in. */
    public static List<Locale> languages() {
        return SPOKEN;
    }

    private static String find(String bundle, String code, Locale language) {
        try {
            // English stands in the file without a suffix
            Locale locale = Locale.ENGLISH.equals(language) ? Locale.ROOT : language;
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            ResourceBundle texts = ResourceBundle.getBundle(bundle, locale, loader, EXACT);
            return texts.containsKey(code) ? texts.getString(code) : null;
        } catch (MissingResourceException absent) {
            return null;
        }
    }
}
