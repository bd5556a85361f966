package org.linli.registration.guardian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.linli.registration.volunteer.VolunteerSummary;

/**
 * Everything about the guardians of one minor, its rows locked for a change.
 *
 * @param guardians all who were ever named
 * @param consents those in force when the file was opened
 */
record GuardianshipFile(
        VolunteerSummary minor, Guardianship guardianship, List<Guardian> guardians, List<ConsentRecord> consents) {
    GuardianshipFile {
        guardians = List.copyOf(guardians);
        consents = List.copyOf(consents);
    }

    /** A guardian of this minor. */
    Optional<Guardian> find(UUID guardianId) {
        return guardians.stream()
                .filter(guardian -> guardian.id().equals(guardianId))
                .findFirst();
    }

    /** The same with one more guardian. */
    GuardianshipFile with(Guardian guardian) {
        List<Guardian> more = new ArrayList<>(guardians);
        more.add(guardian);
        return new GuardianshipFile(minor, guardianship, more, consents);
    }

    /** The same with one more consent. */
    GuardianshipFile with(ConsentRecord consent) {
        List<ConsentRecord> more = new ArrayList<>(consents);
        more.add(consent);
        return new GuardianshipFile(minor, guardianship, guardians, more);
    }

    /** How many stand for the minor, or were named to. */
    long standing() {
        return guardians.stream()
                .filter(guardian -> guardian.status() != GuardianStatus.ENDED)
                .count();
    }
}
