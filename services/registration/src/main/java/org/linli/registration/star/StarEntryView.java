package org.linli.registration.star;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * One line of the history.
 *
 * @param stars proposed, awarded, declined, or left after a downgrade
 * @param minutes of service on record at that time
 * @param reason absent if nobody decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StarEntryView(UUID id, StarAct act, int stars, long minutes, String reason, Instant at) {}
