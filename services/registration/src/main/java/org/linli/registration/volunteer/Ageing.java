package org.linli.registration.volunteer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.linli.contracts.AgeBand;
import org.linli.contracts.VolunteerStatus;
import org.linli.kit.event.Fact;
import org.linli.kit.event.Outbox;
import org.linli.kit.time.LinliClock;
import org.linli.kit.work.DueWork;
import org.linli.kit.work.DueWorkHandler;

/** Young volunteers grow into the next age band; from 18 years on nobody stands for them. */
@ApplicationScoped
class Ageing implements DueWorkHandler {
    private static final String KIND = "volunteer.age-band";

    private final VolunteerRepository volunteers;
    private final GuardianConsents consents;
    private final PersonSeal seal;
    private final Outbox outbox;
    private final DueWork dueWork;
    private final LinliClock clock;

    @Inject
    Ageing(
            VolunteerRepository volunteers,
            GuardianConsents consents,
            PersonSeal seal,
            Outbox outbox,
            DueWork dueWork,
            LinliClock clock) {
        this.volunteers = volunteers;
        this.consents = consents;
        this.seal = seal;
        this.outbox = outbox;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /** Watches over the next birthday that matters, in the current Hibernate session; none does for an adult. */
    Uni<Void> watch(UUID volunteerId, LocalDate birthDate) {
        LocalDate next = nextBand(birthDate, clock.today());
        Instant due = next == null ? null : next.atStartOfDay(LinliClock.ZONE).toInstant();
        return due == null ? dueWork.cancel(KIND, volunteerId) : dueWork.schedule(KIND, volunteerId, due);
    }

    /** There is nobody any more who grows. */
    Uni<Void> forget(UUID volunteerId) {
        return dueWork.cancel(KIND, volunteerId);
    }

    /** The first day on which somebody belongs to the next band below 18 or to the adults; null for an adult. */
    static LocalDate nextBand(LocalDate birthDate, LocalDate today) {
        AgeBand now = AgeBand.of(birthDate, today);
        if (now.adult()) {
            return null;
        }
        int years = AgeBand.values()[now.ordinal() + 1].from();
        LocalDate birthday = birthDate.plusYears(years);
        // whoever was born on 29 February is a year older on 1 March of a common year
        return AgeBand.of(birthDate, birthday) == now ? birthday.plusDays(1) : birthday;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(String subject, Instant dueAt) {
        return volunteers
                .lock(UUID.fromString(subject))
                .chain(volunteer -> volunteer == null || volunteer.status() == VolunteerStatus.ERASED
                        ? Uni.createFrom().voidItem()
                        : grow(volunteer));
    }

    private Uni<Void> grow(Volunteer volunteer) {
        LocalDate birthDate = seal.birthDate(volunteer.id(), volunteer.person());
        AgeBand ageBand = AgeBand.of(birthDate, clock.today());
        Fact fact = Fact.of(volunteer.id(), volunteer.grow(), volunteer.division(), volunteer.ageBandReached(ageBand));
        return volunteers
                .flush()
                .chain(() -> outbox.add(fact))
                .chain(() -> watch(volunteer.id(), birthDate))
                .chain(() -> ageBand.adult()
                        ? consents.end(volunteer.id())
                        : Uni.createFrom().voidItem());
    }
}
