package org.linli.registration.volunteer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.contracts.registration.ErasureEvent;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.person.ErasureWork;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWork;
import org.linli.registration.statistics.CountedVolunteer;
import org.linli.registration.statistics.VolunteerStatistics;

/**
 * Erases a volunteer in the current Hibernate session: the row names nobody any more with the commit, everybody is
 * told,
 * and the work begins that clears the other tables. The figures change as if the volunteer had left; hours stay.
 */
@ApplicationScoped
public class VolunteerErasure {
    private final VolunteerRepository volunteers;
    private final GuardianConsents consents;
    private final Ageing ageing;
    private final VolunteerStatistics statistics;
    private final ErasureWork work;
    private final DueWork dueWork;
    private final Outbox outbox;
    private final LinliClock clock;

    @Inject
    VolunteerErasure(
            VolunteerRepository volunteers,
            GuardianConsents consents,
            Ageing ageing,
            VolunteerStatistics statistics,
            ErasureWork work,
            DueWork dueWork,
            Outbox outbox,
            LinliClock clock) {
        this.volunteers = volunteers;
        this.consents = consents;
        this.ageing = ageing;
        this.statistics = statistics;
        this.work = work;
        this.dueWork = dueWork;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Erases somebody who is there; takes the row's lock. */
    public Uni<Void> erase(UUID id) {
        return volunteers.lock(id).chain(volunteer -> consents.end(id).chain(() -> erase(volunteer)));
    }

    private Uni<Void> erase(Volunteer volunteer) {
        CountedVolunteer before = volunteer.counted();
        UUID account = volunteer.accountId();
        ErasureEvent told = volunteer.erase(clock.now());
        return volunteers
                .flush()
                .chain(() -> outbox.add(Fact.of(volunteer.id(), volunteer.sequence(), volunteer.division(), told)))
                .chain(() -> ageing.forget(volunteer.id()))
                .chain(() -> dueWork.schedule(Departure.KIND, volunteer.id(), clock.now()))
                .chain(() -> work.begin(volunteer.id(), account))
                .chain(() -> statistics.changed(before, volunteer.counted()));
    }
}
