package org.linli.gateway.problem;

import java.util.List;
import java.util.Locale;

/** The languages in which we answer; Chinese unless the caller prefers English. */
public enum Language {
    CHINESE("zh-CN"),
    ENGLISH("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The language tag (BCP 47). */
    public String tag() {
        return tag;
    }

    /** The language that an Accept-Language header asks for; a header that cannot be read asks for nothing. */
    public static Language of(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 200) {
            return CHINESE;
        }
        try {
            var wanted = Locale.LanguageRange.parse(acceptLanguage);
            String found = Locale.lookupTag(wanted, List.of("zh", "en"));
            return "en".equals(found) ? ENGLISH : CHINESE;
        } catch (IllegalArgumentException unreadable) {
            return CHINESE;
        }
    }
}
