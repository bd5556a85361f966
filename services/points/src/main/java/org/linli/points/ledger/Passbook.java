package org.linli.points.ledger;

import java.util.UUID;

/**
 * A passbook (存折), locked while one holds it.
 *
 * @param volunteerId whose
 * @param division community of the bank post that keeps it
 */
public record Passbook(UUID volunteerId, String division) {}
