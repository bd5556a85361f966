package org.linli.contracts.registration;

import java.time.Instant;
import java.util.UUID;

/**
 * Which stars a volunteer holds, and which are on display before they count (product R09).
 *
 * @param starFileId the file of ratings that belongs to the volunteer
 * @param volunteerId the volunteer
 * @param division home community, 12 digits
 * @param stars one to five; 0 without any
 * @param proposedStars on display now; 0 if none are
 * @param publicUntil first moment at which the proposed stars may count; null if none are on display
 */
public record StarState(
        UUID starFileId, UUID volunteerId, String division, int stars, int proposedStars, Instant publicUntil) {}
