package org.linli.activity.signup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.linli.activity.copy.Copies;
import org.linli.activity.copy.GuardianshipCopy;
import org.linli.activity.copy.VolunteerCopy;
import org.linli.contracts.registration.GuardianshipState.GuardianConsent;
import org.linli.kit.Outcome;
import org.linli.kit.Steps;

/** Collects what rules ask of somebody who wants to come, in the current Hibernate session. */
@ApplicationScoped
class Applicants {
    private final Copies copies;

    @Inject
    Applicants(Copies copies) {
        this.copies = copies;
    }

    /** The applicant, or {@code not-known-yet}. */
    Uni<Outcome<Applicant>> find(UUID volunteerId, UUID teamId) {
        return copies.volunteer(volunteerId)
                .map(volunteer -> Copies.known(volunteer, "volunteerId"))
                .chain(known -> Steps.keep(
                        known,
                        volunteer -> copies.servesUntilCommit(volunteerId)
                                .chain(serves -> copies.isActiveMember(teamId, volunteerId)
                                        .chain(member -> guardianship(volunteer)
                                                .map(file -> applicant(volunteer, serves, member, file))))));
    }

    private Uni<GuardianshipCopy> guardianship(VolunteerCopy volunteer) {
        return volunteer.adult() ? Uni.createFrom().nullItem() : copies.guardianship(volunteer.volunteerId());
    }

    private static Applicant applicant(VolunteerCopy volunteer, boolean serves, boolean member, GuardianshipCopy file) {
        return new Applicant(
                volunteer.volunteerId(),
                volunteer.accountId(),
                serves,
                volunteer.ageBand(),
                volunteer.skills(),
                member,
                file == null ? GuardianConsent.NONE : file.consent());
    }
}
