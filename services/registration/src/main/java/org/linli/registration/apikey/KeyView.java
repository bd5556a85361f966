package org.linli.registration.apikey;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.linli.contracts.Role;
import org.linli.kit.http.Versioned;

/**
 * A key as those responsible see it.
 *
 * @param name what it is for
 * @param resources first parts of the paths it may call
 * @param mayWrite whether it may change something
 * @param perMinute how many calls a minute were agreed
 * @param until first moment it no longer counts
 * @param lastUsedAt when a gateway last asked about it, to some minutes; absent if never
 * @param revokedAt when it was revoked; absent if it was not
 * @param key the key itself, in the answer to its making and never again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeyView(
        UUID id,
        String name,
        Role role,
        String division,
        UUID stationId,
        List<String> resources,
        boolean mayWrite,
        int perMinute,
        UUID createdBy,
        Instant createdAt,
        Instant until,
        Instant lastUsedAt,
        UUID revokedBy,
        Instant revokedAt,
        String key,
        @JsonIgnore long version)
        implements Versioned {

    /** With the key itself, this once. */
    KeyView shown(KeySecret secret) {
        return new KeyView(
                id,
                name,
                role,
                division,
                stationId,
                resources,
                mayWrite,
                perMinute,
                createdBy,
                createdAt,
                until,
                lastUsedAt,
                revokedBy,
                revokedAt,
                secret.text(),
                version);
    }
}
