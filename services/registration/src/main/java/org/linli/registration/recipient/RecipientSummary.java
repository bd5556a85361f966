package org.linli.registration.recipient;

import java.util.UUID;
import org.linli.contracts.DivisionCode;

/**
 * What other features may know of a recipient: no tier, no needs, no address.
 *
 * @param accountId the recipient's own sign-in; null before it is linked
 * @param stationId the station that looks after the recipient
 * @param division home community
 * @param active false after withdrawal
 */
public record RecipientSummary(
        UUID recipientId, UUID accountId, UUID stationId, DivisionCode division, boolean active) {}
