package org.linli.kit.person;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Words for what was done with a file, and in which role: {@code accesses*.properties} of the kit. */
public final class AccessTexts {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private AccessTexts() {}

    /** Languages every word must exist in. */
    public static List<Locale> languages() {
        return List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    }

    /** The words; what has none yet stands under its code. */
    public static String of(String code, Locale language) {
        try {
            // English stands in the file without a suffix
            Locale locale = Locale.ENGLISH.equals(language) ? Locale.ROOT : language;
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            ResourceBundle texts = ResourceBundle.getBundle("accesses", locale, loader, EXACT);
            return texts.containsKey(code) ? texts.getString(code) : code.substring(code.indexOf('.') + 1);
        } catch (MissingResourceException absent) {
            return code;
        }
    }
}
