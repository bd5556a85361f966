package org.linli.contracts.points;

import java.time.Instant;
import java.util.UUID;

/**
 * Points that a volunteer gave to somebody else.
 *
 * @param transferId the transfer or donation
 * @param volunteerId who gave
 * @param toVolunteerId who received; null if a fund did
 * @param fund division of the charity fund that received, 12 digits; null if a person did
 * @param division community of the giver's bank post, 12 digits
 * @param unit the scheme
 * @param amount hundredths
 * @param madeAt when
 */
public record TransferState(
        UUID transferId,
        UUID volunteerId,
        UUID toVolunteerId,
        String fund,
        String division,
        String unit,
        long amount,
        Instant madeAt) {}
