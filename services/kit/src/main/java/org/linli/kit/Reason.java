package org.linli.kit;

import java.util.List;
import java.util.Map;

/**
 * One of several reasons to say no at once. A refusal that has them carries them under {@link #DETAILS}; each is shown
 * with its code, its sentence and the field at fault.
 *
 * @param refusal why, from the service's one table of refusals
 * @param field the input at fault; null if none
 * @param details values for the sentence; must hold no personal data
 */
public record Reason(Refusal refusal, String field, Map<String, Object> details) {
    /** The name under which a refusal carries its reasons: {@code reasons}. */
    public static final String DETAILS = "reasons";

    public Reason {
        details = Map.copyOf(details);
    }

    /** Because of one field. */
    public static Reason of(Refusal refusal, String field) {
        return new Reason(refusal, field, Map.of());
    }

    /** Because of one field, with values for the sentence. */
    public static Reason of(Refusal refusal, String field, Map<String, Object> details) {
        return new Reason(refusal, field, details);
    }

    /** A refusal for all of these reasons. */
    public static <T> Outcome<T> refuse(Refusal summary, List<Reason> reasons) {
        return Outcome.refused(summary, null, Map.of(DETAILS, List.copyOf(reasons)));
    }
}
