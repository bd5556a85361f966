package org.linli.registration.guardian;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.http.Versioned;

/**
 * One consent on record.
 *
 * @param statement version of the text that the guardian agreed to
 * @param endedAt since when it holds no longer; absent while it does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentView(
        UUID id,
        UUID guardianId,
        ConsentKind kind,
        String statement,
        Instant givenAt,
        Instant endedAt,
        @JsonIgnore long version)
        implements Versioned {}
