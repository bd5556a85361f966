package org.linli.registration.team;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.registration.volunteer.VolunteerLookup;

/** What the rules of teams ask about volunteers. */
@ApplicationScoped
class Candidates {
    private final VolunteerLookup volunteers;

    @Inject
    Candidates(VolunteerLookup volunteers) {
        this.volunteers = volunteers;
    }

    /** A volunteer; null if there is none. */
    Uni<Candidate> find(UUID volunteerId) {
        if (volunteerId == null) {
            return Uni.createFrom().nullItem();
        }
        return volunteers
                .find(volunteerId)
                .onItem()
                .ifNotNull()
                .transform(found -> new Candidate(
                        volunteerId, found.status().mayServe(), found.ageBand().adult()));
    }
}
