package org.linli.activity.record;

import java.time.Instant;
import java.util.UUID;

/**
 * Who decides, with how much authority, and when.
 *
 * @param accountId the sign-in that stays on record
 * @param authority what they may decide about this record
 * @param now the time of the decision
 */
record Decider(UUID accountId, Authority authority, Instant now) {}
