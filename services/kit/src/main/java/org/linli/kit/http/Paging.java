package org.linli.kit.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page of a list: by key, never by offset. Use as {@code @Valid @BeanParam Paging}. */
public class Paging {
    private static final UUID LEAST_ID = new UUID(0, 0);

    @Parameter(description = "How many items at the most, 1 to 200.")
    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    int limit;

    @Parameter(description = "Where the page before ended, from its Link header.")
    @QueryParam("after")
    @Size(max = 300)
    String after;

    /** For calls from code. */
    public static Paging of(int limit, String after) {
        Paging paging = new Paging();
        paging.limit = limit;
        paging.after = after;
        return paging;
    }

    /** How many items at the most. */
    public int limit() {
        return limit;
    }

    /** The key behind which the page begins; null for the first page, or if the cursor is not one of ours. */
    public String afterKey() {
        if (after == null || after.isBlank()) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }

    /**
     * For lists in the order of their ids: the id behind which the page begins; the least id there is for the first
     * page.
     */
    public UUID afterId() {
        String key = afterKey();
        try {
            return key == null ? LEAST_ID : UUID.fromString(key);
        } catch (IllegalArgumentException foreign) {
            return LEAST_ID;
        }
    }

    /** The cursor for a key. */
    public static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }
}
