package org.linli.registration.guardian;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.linli.contracts.registration.GuardianshipState.GuardianConsent;
import org.linli.kit.time.LinliClock;
import org.linli.registration.volunteer.GuardianConsents;
import org.linli.registration.volunteer.VolunteerLookup;

/** Answers volunteers about guardians. */
@ApplicationScoped
class GuardiansOfMinors implements GuardianConsents {
    private final GuardianshipRepository guardianships;
    private final GuardianRepository guardians;
    private final GuardianshipFiles files;
    private final VolunteerLookup volunteers;
    private final LinliClock clock;

    @Inject
    GuardiansOfMinors(
            GuardianshipRepository guardianships,
            GuardianRepository guardians,
            GuardianshipFiles files,
            VolunteerLookup volunteers,
            LinliClock clock) {
        this.guardianships = guardianships;
        this.guardians = guardians;
        this.files = files;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    @Override
    public Uni<GuardianConsent> of(UUID volunteerId) {
        return guardianships.of(volunteerId).map(found -> found == null ? GuardianConsent.NONE : found.consent());
    }

    @Override
    public Uni<Set<UUID>> wardsOf(UUID accountId) {
        return guardians.wardsOf(accountId);
    }

    /** Links and consents end; that they were there stays on record. */
    @Override
    public Uni<Void> end(UUID volunteerId) {
        return volunteers
                .find(volunteerId)
                .chain(minor -> files.lock(minor)
                        .chain(file -> file == null ? Uni.createFrom().voidItem() : end(file)));
    }

    private Uni<Void> end(GuardianshipFile file) {
        List<Guardian> standing = file.guardians().stream()
                .filter(guardian -> guardian.status() != GuardianStatus.ENDED)
                .toList();
        standing.forEach(guardian -> guardian.end(null, clock.now()));
        file.consents().forEach(consent -> consent.end(null, clock.now()));
        file.guardianship().end(clock.now());
        return files.tell(file);
    }
}
