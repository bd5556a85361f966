package org.linli.contracts.registration;

import java.util.UUID;
import org.linli.contracts.Inside;

/**
 * That somebody is a recipient of help, and where: no tier, no needs, no address.
 *
 * @param recipientId the recipient
 * @param accountId the recipient's own sign-in; null before the one-time code is redeemed
 * @param stationId the station that enrolled the recipient
 * @param division home community, 12 digits
 * @param active false after withdrawal
 */
public record RecipientState(
        UUID recipientId, @Inside UUID accountId, UUID stationId, String division, boolean active) {}
