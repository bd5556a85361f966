package org.linli.contracts.points;

import java.time.Instant;
import java.util.UUID;

/**
 * A badge that somebody earned.
 *
 * @param awardId the award
 * @param volunteerId who earned it
 * @param badgeCode which badge
 * @param ruleVersion version of the rule that was met
 * @param division home community of the volunteer, 12 digits
 * @param awardedAt when the rule was met
 * @param revokedAt when it was taken back; null while it counts
 */
public record BadgeState(
        UUID awardId,
        UUID volunteerId,
        String badgeCode,
        int ruleVersion,
        String division,
        Instant awardedAt,
        Instant revokedAt) {}
