package org.linli.contracts.points;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Points of a passbook that end.
 *
 * @param volunteerId whose
 * @param division community of the bank post, 12 digits
 * @param unit the scheme
 * @param amount hundredths in all
 * @param expiresOn the first day on which the first of them no longer count
 */
public record ExpiryState(UUID volunteerId, String division, String unit, long amount, LocalDate expiresOn) {}
