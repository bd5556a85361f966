package org.linli.activity.copy;

import java.util.UUID;

/**
 * Who leads a team, and whether it is the caller.
 *
 * @param leaderId the leader named; null without a team or leader
 * @param leaderMayServe whether the leader named may serve now
 * @param byCaller whether the caller leads the team now, by name or as a deputy (see {@link Serving})
 */
public record Leadership(UUID leaderId, boolean leaderMayServe, boolean byCaller) {}
