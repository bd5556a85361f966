package org.linli.kit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.kit.Reason;

/**
 * One of several reasons as the caller sees it.
 *
 * @param code stable code, see {@code contracts/failures.md}
 * @param title the sentence for this code in the caller's language
 * @param field the input at fault; absent if none
 * @param details the values behind the sentence; absent if none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemReason(String code, String title, String field, Map<String, Object> details) {
    public ProblemReason {
        details = Map.copyOf(details);
    }

    /** A reason in a language. */
    public static ProblemReason of(Reason reason, Locale language) {
        String sentence = ProblemTexts.sentence(reason.refusal().code(), language, reason.details());
        return new ProblemReason(reason.refusal().code(), sentence, reason.field(), reason.details());
    }

    /** Details as they are shown: reasons among them with their sentences. */
    static Map<String, Object> shown(Map<String, Object> details, Locale language) {
        if (!(details.get(Reason.DETAILS) instanceof List<?> reasons)) {
            return details;
        }
        Map<String, Object> shown = new HashMap<>(details);
        shown.put(
                Reason.DETAILS,
                reasons.stream()
                        .map(reason -> reason instanceof Reason several ? of(several, language) : reason)
                        .toList());
        return shown;
    }
}
