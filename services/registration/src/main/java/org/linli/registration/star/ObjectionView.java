package org.linli.registration.star;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.http.Versioned;

/**
 * An objection to a star on display.
 *
 * @param reason absent for all but those who decide
 * @param upheld absent until it is decided, and if the display ended before
 * @param answer why it was decided so; absent for all but those who decide
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ObjectionView(
        UUID id,
        int stars,
        String reason,
        Instant at,
        Boolean upheld,
        String answer,
        Instant decidedAt,
        @JsonIgnore long version)
        implements Versioned {}
