package org.linli.contracts.registration;

import java.util.List;
import java.util.UUID;
import org.linli.contracts.AgeBand;
import org.linli.contracts.Inside;

/**
 * Who stands for a minor, and whether they consent to the service (product R03).
 *
 * @param guardianshipId the file of guardians that belongs to the minor
 * @param volunteerId the minor
 * @param guardianAccountIds sign-ins of the guardians who confirmed, in the order of their confirmation
 * @param consent whether the minor may be dispatched, sign up and earn hours as far as guardians go
 * @param division home community, 12 digits
 * @param active false once the minor came of age: nobody's consent is needed any more
 */
public record GuardianshipState(
        UUID guardianshipId,
        UUID volunteerId,
        @Inside List<UUID> guardianAccountIds,
        GuardianConsent consent,
        String division,
        boolean active) {
    public GuardianshipState {
        guardianAccountIds = guardianAccountIds == null ? List.of() : List.copyOf(guardianAccountIds);
    }

    /** What guardians (监护人) said. */
    public enum GuardianConsent {
        /** Nobody consents, or somebody took the consent back. */
        NONE,
        /** A guardian consents. */
        GIVEN,
        /** A guardian consents, and put the separate consent for a child under 14 on record (PIPL art. 31). */
        GIVEN_UNDER_14_RECORD;

        /** Whether somebody of this age may serve as far as guardians go; adults need nobody. */
        public boolean covers(AgeBand ageBand) {
            boolean child = ageBand.from() < 14;
            return ageBand.adult() || this == GIVEN_UNDER_14_RECORD || this == GIVEN && !child;
        }
    }
}
