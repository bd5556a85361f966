package org.linli.points.passbook;

import java.time.Instant;
import java.util.UUID;

/**
 * A passbook as its owner sees it. Amounts in hundredths of a point.
 *
 * @param volunteerId whose
 * @param division community of the bank post that keeps it
 * @param unit the scheme
 * @param balance what may be spent
 * @param held what is set aside for redemptions under way
 * @param owed what later points will pay first, because points already spent were taken back
 * @param openedAt since when
 */
public record PassbookView(
        UUID volunteerId, String division, String unit, long balance, long held, long owed, Instant openedAt) {}
