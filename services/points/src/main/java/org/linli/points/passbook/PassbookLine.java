package org.linli.points.passbook;

import java.time.Instant;
import java.util.UUID;

/** A passbook in a list. The balance is in hundredths of a point. */
public record PassbookLine(UUID volunteerId, String division, String unit, long balance, Instant openedAt) {}
