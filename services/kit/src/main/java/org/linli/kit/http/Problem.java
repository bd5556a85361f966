package org.linli.kit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A refusal as the caller sees it: problem details of RFC 9457 with a stable code.
 *
 * @param type {@code urn:linli:problem:<code>}
 * @param title the sentence for this code in the caller's language
 * @param status HTTP status
 * @param code stable code, see {@code contracts/failures.md}
 * @param detail more about this occurrence; absent if there is nothing to add
 * @param field the input at fault; absent if none
 * @param instance {@code urn:linli:request:<id>}, the id of the request in the operators' logs
 * @param details the values behind the sentence, for programs (the age asked for, the rows at fault); absent if none
 */
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        String field,
        String instance,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> details) {
    /** Media type of problem details. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        details = Map.copyOf(details);
    }
}
