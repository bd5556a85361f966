package org.linli.registration.guardian;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.contracts.registration.GuardianshipEvent;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.registration.volunteer.VolunteerSummary;

/** Opens the files of guardians and tells what changed in them, in the current Hibernate session. */
@ApplicationScoped
class GuardianshipFiles {
    private final GuardianshipRepository guardianships;
    private final GuardianRepository guardians;
    private final ConsentRepository consents;
    private final Outbox outbox;

    @Inject
    GuardianshipFiles(
            GuardianshipRepository guardianships,
            GuardianRepository guardians,
            ConsentRepository consents,
            Outbox outbox) {
        this.guardianships = guardianships;
        this.guardians = guardians;
        this.consents = consents;
        this.outbox = outbox;
    }

    /** The file of a minor, locked; null if nobody was ever named. The volunteer's row is locked before it. */
    Uni<GuardianshipFile> lock(VolunteerSummary minor) {
        return guardianships.lockOf(minor.volunteerId()).chain(found -> open(minor, found));
    }

    /** The file of a minor as it stands; null if nobody was ever named. */
    Uni<GuardianshipFile> read(VolunteerSummary minor) {
        return guardianships.of(minor.volunteerId()).chain(found -> open(minor, found));
    }

    private Uni<GuardianshipFile> open(VolunteerSummary minor, Guardianship found) {
        if (found == null) {
            return Uni.createFrom().nullItem();
        }
        UUID id = found.id();
        return guardians
                .of(id)
                .chain(all -> consents.inForce(id).map(given -> new GuardianshipFile(minor, found, all, given)));
    }

    /** Writes what changed and tells it. */
    Uni<Void> tell(GuardianshipFile file) {
        GuardianshipEvent event = file.guardianship()
                .changed(file.guardians(), file.consents(), file.minor().division());
        Fact fact = Fact.of(
                file.guardianship().id(),
                file.guardianship().sequence(),
                file.minor().division(),
                event);
        return guardianships.flush().chain(() -> outbox.add(fact));
    }
}
