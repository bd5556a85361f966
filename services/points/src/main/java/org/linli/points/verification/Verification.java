package org.linli.points.verification;

import java.time.Instant;
import java.util.List;

/**
 * The answer of a whole verification.
 *
 * @param sound whether every check is
 * @param checkedAt when it began
 * @param checks in order
 */
public record Verification(boolean sound, Instant checkedAt, List<Check> checks) {
    public Verification {
        checks = List.copyOf(checks);
    }

    static Verification of(Instant checkedAt, List<Check> checks) {
        return new Verification(checks.stream().allMatch(Check::sound), checkedAt, checks);
    }
}
