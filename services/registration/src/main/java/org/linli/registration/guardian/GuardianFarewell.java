package org.linli.registration.guardian;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.linli.kit.access.Caller;
import org.linli.kit.person.Farewell;
import org.linli.kit.time.LinliClock;
import org.linli.registration.volunteer.VolunteerLookup;
import org.linli.registration.volunteer.VolunteerSummary;

/** Whoever was erased stands for nobody; what they consented to holds no longer. */
@ApplicationScoped
class GuardianFarewell implements Farewell {
    private final GuardianRepository guardians;
    private final VolunteerLookup volunteers;
    private final GuardianshipFiles files;
    private final ConsentEnd consentEnd;
    private final LinliClock clock;

    @Inject
    GuardianFarewell(
            GuardianRepository guardians,
            VolunteerLookup volunteers,
            GuardianshipFiles files,
            ConsentEnd consentEnd,
            LinliClock clock) {
        this.guardians = guardians;
        this.volunteers = volunteers;
        this.files = files;
        this.consentEnd = consentEnd;
        this.clock = clock;
    }

    @Override
    public Uni<Boolean> leave(UUID volunteer, UUID account) {
        return guardians
                .wardsOf(account)
                .chain(wards -> Multi.createFrom()
                        .iterable(wards)
                        .onItem()
                        .transformToUniAndConcatenate(
                                ward -> volunteers.lock(ward).chain(minor -> leave(minor, volunteer, account)))
                        .collect()
                        .last())
                .replaceWith(true);
    }

    private Uni<Void> leave(VolunteerSummary minor, UUID volunteer, UUID account) {
        return minor == null
                ? Uni.createFrom().voidItem()
                : files.lock(minor).chain(file -> end(file, volunteer, account));
    }

    /** Under the id of the volunteer: the sign-in is to be found nowhere. */
    private Uni<Void> end(GuardianshipFile file, UUID volunteer, UUID account) {
        Caller gone = new Caller(volunteer, null, null, List.of());
        return file.guardians().stream()
                .filter(guardian -> guardian.isConfirmedAs(account))
                .findFirst()
                .map(guardian -> {
                    guardian.end(volunteer, clock.now());
                    return consentEnd.endOf(gone, file, guardian);
                })
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
