package org.linli.registration.pairing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWorkHandler;
import org.linli.registration.volunteer.Departure;

/** A volunteer left: the pairings end. */
@ApplicationScoped
class VolunteerLeft implements DueWorkHandler {
    private final PairingRepository pairings;
    private final PairingEnd end;
    private final LinliClock clock;

    @Inject
    VolunteerLeft(PairingRepository pairings, PairingEnd end, LinliClock clock) {
        this.pairings = pairings;
        this.end = end;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Departure.KIND;
    }

    @Override
    public Uni<Void> run(String subject, Instant dueAt) {
        return pairings.lockLastingOfVolunteer(UUID.fromString(subject))
                .chain(lasting -> end.end(lasting, clock.now()));
    }
}
