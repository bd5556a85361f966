package org.linli.contracts.points;

import java.util.UUID;

/**
 * An invitation to something that is only to be had by one (总行兑换): no title, no balance.
 *
 * @param invitationId the invitation
 * @param offerId what for
 * @param merchantId who gives it
 * @param volunteerId who is invited
 * @param division community of the merchant, 12 digits
 * @param unit the scheme it is paid in
 */
public record InvitationState(
        UUID invitationId, UUID offerId, UUID merchantId, UUID volunteerId, String division, String unit) {}
