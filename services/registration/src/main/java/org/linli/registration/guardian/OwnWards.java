package org.linli.registration.guardian;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.kit.person.Person;
import org.linli.kit.person.Wards;
import org.linli.registration.volunteer.VolunteerLookup;

/** Wards from registration's own tables. */
@ApplicationScoped
class OwnWards implements Wards {
    private final GuardianRepository guardians;
    private final VolunteerLookup volunteers;

    @Inject
    OwnWards(GuardianRepository guardians, VolunteerLookup volunteers) {
        this.guardians = guardians;
        this.volunteers = volunteers;
    }

    @Override
    public Uni<Person> of(UUID guardianAccount, UUID volunteer) {
        return guardians
                .wardsOf(guardianAccount)
                .chain(wards -> wards.contains(volunteer)
                        ? volunteers.find(volunteer).map(minor -> new Person(volunteer, minor.accountId(), null))
                        : Uni.createFrom().nullItem());
    }
}
