package org.linli.registration.guardian;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Predicate;
import org.linli.kit.access.Caller;
import org.linli.kit.time.LinliClock;
import org.linli.registration.volunteer.MinorVolunteers;

/** Ends consents, and with them at once the service of a minor for whom nobody says yes any more. */
@ApplicationScoped
class ConsentEnd {
    /** Why the volunteer was suspended, as the family reads it. */
    private static final String REASON = "监护人同意已终止";

    private final GuardianshipFiles files;
    private final MinorVolunteers volunteers;
    private final LinliClock clock;

    @Inject
    ConsentEnd(GuardianshipFiles files, MinorVolunteers volunteers, LinliClock clock) {
        this.files = files;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    /** What one guardian consented to; others' consents stay. */
    Uni<Void> endOf(Caller caller, GuardianshipFile file, Guardian guardian) {
        return end(caller, file, consent -> consent.guardianId().equals(guardian.id()));
    }

    /** Everything that anybody consented to: one guardian's no outweighs another one's yes. */
    Uni<Void> endAll(Caller caller, GuardianshipFile file) {
        return end(caller, file, consent -> true);
    }

    private Uni<Void> end(Caller caller, GuardianshipFile file, Predicate<ConsentRecord> which) {
        file.consents().stream().filter(which).forEach(consent -> consent.end(caller.accountId(), clock.now()));
        boolean covered = Guardianship.sum(file.consents()).covers(file.minor().ageBand());
        return files.tell(file)
                .chain(() -> covered
                        ? Uni.createFrom().voidItem()
                        : volunteers.suspend(caller, file.minor().volunteerId(), REASON));
    }
}
