package org.linli.registration.volunteer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.contracts.AgeBand;
import org.linli.kit.time.LinliClock;

/** What other features may ask about volunteers, in the current Hibernate session. */
@ApplicationScoped
public class VolunteerLookup {
    private final VolunteerRepository volunteers;
    private final PersonSeal seal;
    private final LinliClock clock;

    @Inject
    VolunteerLookup(VolunteerRepository volunteers, PersonSeal seal, LinliClock clock) {
        this.volunteers = volunteers;
        this.seal = seal;
        this.clock = clock;
    }

    /** A volunteer; null if there is none. */
    public Uni<VolunteerSummary> find(UUID volunteerId) {
        return volunteers.findById(volunteerId).onItem().ifNotNull().transform(this::summary);
    }

    private VolunteerSummary summary(Volunteer volunteer) {
        AgeBand ageBand = AgeBand.of(seal.birthDate(volunteer.id(), volunteer.person()), clock.today());
        return new VolunteerSummary(
                volunteer.id(), volunteer.accountId(), volunteer.status(), volunteer.division(), ageBand);
    }
}
