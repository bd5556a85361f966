package org.linli.registration.grant;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.access.Grant;
import org.linli.registration.RegistrationRefusal;

/**
 * Who may give and take which role (product R08): nobody above their own role, nobody outside their own division,
 * nobody for longer than they hold their own. Who holds a role for one station only hands out roles for that station
 * only.
 */
final class GrantRule {
    private GrantRule() {}

    /** Whether the caller may give or take a role that reaches so far. */
    static boolean allows(Caller caller, Role role, GrantReach reach) {
        return from(caller, role, reach).findAny().isPresent();
    }

    /**
     * Whether the caller may give a role that counts until {@code until} (null: without an end). One of the caller's
     * own grants must both reach so far and last so long: two of which each does one are not enough. When the role
     * begins needs no rule: never before now, and now the caller's own counts.
     */
    static Outcome<GrantReach> give(Caller caller, Role role, GrantReach reach, Instant until) {
        List<Grant> own = from(caller, role, reach).toList();
        if (own.isEmpty()) {
            return Outcome.refused(RegistrationRefusal.GRANT_ABOVE_OWN, "role");
        }
        if (own.stream().noneMatch(grant -> grant.lastsUntil(until))) {
            // none is open, or it would last
            Instant latest = own.stream()
                    .map(Grant::until)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return Outcome.refused(
                    RegistrationRefusal.GRANT_OUTLASTS_OWN, "until", Map.of("latest", latest.toString()));
        }
        return Outcome.done(reach);
    }

    private static Stream<Grant> from(Caller caller, Role role, GrantReach reach) {
        return caller.grants().stream()
                .filter(own -> own.role().mayGrant(role) && (inDivision(own, reach) || atStation(own, reach)));
    }

    private static boolean inDivision(Grant own, GrantReach reach) {
        return own.wholeDivision() && reach.prefix.startsWith(own.divisionPrefix());
    }

    private static boolean atStation(Grant own, GrantReach reach) {
        return own.stationId() != null && own.stationId().equals(reach.stationId);
    }
}
