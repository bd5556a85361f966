package org.linli.registration.volunteer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.contracts.AgeBand;
import org.linli.contracts.VolunteerStatus;
import org.linli.contracts.registration.RegistrationEvent;
import org.linli.kit.Outcome;
import org.linli.kit.access.Caller;
import org.linli.kit.audit.Audit;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.time.LinliClock;
import org.linli.registration.statistics.CountedVolunteer;
import org.linli.registration.statistics.VolunteerStatistics;

/** What the guardians' feature does with volunteers, in the current Hibernate session. */
@ApplicationScoped
public class MinorVolunteers {
    private final VolunteerRepository volunteers;
    private final PersonSeal seal;
    private final Audit audit;
    private final Outbox outbox;
    private final VolunteerStatistics statistics;
    private final LinliClock clock;

    @Inject
    MinorVolunteers(
            VolunteerRepository volunteers,
            PersonSeal seal,
            Audit audit,
            Outbox outbox,
            VolunteerStatistics statistics,
            LinliClock clock) {
        this.volunteers = volunteers;
        this.seal = seal;
        this.audit = audit;
        this.outbox = outbox;
        this.statistics = statistics;
        this.clock = clock;
    }

    /** Nobody consents any more: whoever was verified may not serve from this moment on. The row is locked. */
    public Uni<Void> suspend(Caller caller, UUID volunteerId, String reason) {
        return volunteers
                .lock(volunteerId)
                .chain(volunteer -> volunteer.status() == VolunteerStatus.VERIFIED
                        ? suspend(caller, volunteer, reason)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> suspend(Caller caller, Volunteer volunteer, String reason) {
        CountedVolunteer before = volunteer.counted();
        AgeBand ageBand = AgeBand.of(seal.birthDate(volunteer.id(), volunteer.person()), clock.today());
        return switch (volunteer.move(VolunteerMove.SUSPENSION, reason, ageBand, clock.now())) {
            case Outcome.Done<RegistrationEvent>(RegistrationEvent event) ->
                volunteers
                        .flush()
                        .chain(() -> audit.record(
                                caller,
                                VolunteerMove.SUSPENSION.action(),
                                volunteer.id(),
                                volunteer.division(),
                                reason))
                        .chain(() ->
                                outbox.add(Fact.of(volunteer.id(), volunteer.sequence(), volunteer.division(), event)))
                        .chain(() -> statistics.changed(before, volunteer.counted()));
            case Outcome.Refused<RegistrationEvent> impossible ->
                throw new IllegalStateException("a verified volunteer can be suspended: " + impossible.refusal());
        };
    }
}
