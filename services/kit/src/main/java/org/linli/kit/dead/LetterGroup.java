package org.linli.kit.dead;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.linli.kit.event.Cause;

/**
 * All letters that fail alike: what mends one most likely mends all.
 *
 * @param group its name
 * @param channel whose consumer cannot take them
 * @param type of the events; absent if they have none that could be shown
 * @param letters how many there are
 * @param subjects how many things they are about
 * @param firstFailedAt since when
 * @param lastFailedAt when one of them failed for the last time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LetterGroup(
        String group,
        String channel,
        String topic,
        String type,
        Cause cause,
        long letters,
        long subjects,
        Instant firstFailedAt,
        Instant lastFailedAt) {}
