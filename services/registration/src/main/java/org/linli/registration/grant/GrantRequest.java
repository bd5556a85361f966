package org.linli.registration.grant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.contracts.Role;
import org.linli.kit.Outcome;
import org.linli.registration.RegistrationRefusal;

/**
 * A role to be given.
 *
 * @param holder to whom
 * @param role what it allows
 * @param division below which division; 000000000000 for a platform operator, whose role is everywhere
 * @param stationId only for this station in the division; absent if not
 * @param teamId only for this team of the division; absent if not
 * @param activityId only for this activity; absent if not
 * @param from first moment it counts; absent for now
 * @param until first moment it no longer counts; absent for open
 */
record GrantRequest(
        @NotNull @Valid Holder holder,
        @NotNull Role role,
        @NotNull @Pattern(regexp = "\\d{12}(\\d{3})?") String division,
        UUID stationId,
        UUID teamId,
        UUID activityId,
        Instant from,
        Instant until) {

    /**
     * To whom a role is given: exactly one of the two.
     *
     * @param accountId a sign-in
     * @param volunteerId a volunteer, whose sign-in it is
     */
    record Holder(UUID accountId, UUID volunteerId) {}

    /** Whether holder and target are clear; refused on the field that is not. */
    Outcome<GrantRequest> check() {
        if ((holder.accountId() == null) == (holder.volunteerId() == null)) {
            return Outcome.refused(RegistrationRefusal.HOLDER_UNCLEAR, "holder");
        }
        long targets = Stream.of(stationId, teamId, activityId)
                .filter(target -> target != null)
                .count();
        boolean everywhere = RoleGrant.EVERYWHERE.equals(division);
        if (targets > 1 || everywhere != (role == Role.PLATFORM_OPERATOR) || everywhere && targets > 0) {
            return Outcome.refused(RegistrationRefusal.GRANT_TARGET_UNCLEAR, targets > 1 ? "stationId" : "division");
        }
        return Outcome.done(this);
    }
}
